#include "store/keys.h"

#include <algorithm>
#include <vector>

#include <doctest/doctest.h>

#include "claimgraph/kg/fact.h"
#include "generated.h"

namespace claimgraph::store {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

// Ids near each other and at the ends, where a wrong byte order shows.
std::uint64_t some_id(Generator& generator) {
  switch (generator.number(4)) {
    case 0: return generator.number(300);
    case 1: return ~std::uint64_t{0} - generator.number(300);
    case 2: return std::uint64_t{1} << generator.number(64);
    default: return generator.bits();
  }
}
kg::FactId some_fact(Generator& generator) {
  return {kg::DocumentId{some_id(generator)}, static_cast<std::uint32_t>(some_id(generator))};
}

DatedFact some_dated_fact(Generator& generator) {
  return {kg::Date{static_cast<std::uint32_t>(generator.number(3))}, some_fact(generator)};
}

// `keys` encode to distinct bytes in their own order, and decode to themselves.
template <typename Key, typename Encode, typename Decode>
void check_keys(std::vector<Key> keys, const Encode& encode, const Decode& decode) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  std::string last;
  for (const Key& key : keys) {
    const std::string bytes = encode(key);
    const bool in_order = last < bytes;  // std::string compares bytes as RocksDB does
    CHECK(in_order);
    const bool round_trip = decode(bytes) == key;
    CHECK(round_trip);
    const bool longer = decode(bytes + '\0').has_value();
    CHECK_FALSE(longer);
    const bool shorter = decode(std::string_view(bytes).substr(0, bytes.size() - 1)).has_value();
    CHECK_FALSE(shorter);
    last = bytes;
  }
}

TEST_CASE("keys: byte order is the order of ids, and decoding is the inverse of encoding") {
  Generator generator(1);
  std::vector<kg::DocumentId> documents;
  std::vector<DateKey> dates;
  std::vector<EntityKey> entities;
  std::vector<kg::EntityId> sums;
  std::vector<AliasKey> aliases;
  std::vector<NameKey> names;
  std::vector<kg::FactId> facts;
  std::vector<IndexKey> indexes;
  std::vector<PairKey> pairs;
  std::vector<TextKey> texts;
  std::vector<std::uint64_t> links;
  for (int i = 0; i < 500; ++i) {
    const kg::EntityId entity{some_id(generator)};
    const kg::DocumentId document{some_id(generator)};
    documents.push_back(document);
    dates.push_back({generator.bytes(4), document});
    entities.push_back({entity, document});
    sums.push_back(entity);
    aliases.push_back({entity, generator.bytes(4)});
    names.push_back({generator.bytes(4), entity});
    facts.push_back(some_fact(generator));
    indexes.push_back({entity, some_dated_fact(generator)});
    pairs.push_back({entity, kg::EntityId{some_id(generator)}, some_dated_fact(generator)});
    texts.push_back({generator.bytes(4), some_dated_fact(generator)});
    links.push_back(some_id(generator));
  }
  check_keys(documents, encode_document_key, decode_document_key);
  check_keys(dates, encode_date_key, decode_date_key);
  check_keys(entities, encode_entity_key, decode_entity_key);
  check_keys(sums, entity_prefix, decode_sum_key);
  check_keys(aliases, encode_alias_key, decode_alias_key);
  check_keys(names, encode_name_key, decode_name_key);
  check_keys(facts, encode_fact_key, decode_fact_key);
  check_keys(indexes, encode_index_key, decode_index_key);
  check_keys(pairs, encode_pair_key, decode_pair_key);
  check_keys(texts, encode_text_key, decode_text_key);
  check_keys(links, encode_link_key, decode_link_key);
}

TEST_CASE("keys: the bytes of doc/FORMATS.md") {
  const kg::DocumentId document{0x0102030405060708};
  const kg::EntityId entity{0xA1A2A3A4A5A6A7A8};
  CHECK(encode_document_key(document) == "\1\2\3\4\5\6\7\10"sv);
  CHECK(encode_fact_key({document, 9}) == "\1\2\3\4\5\6\7\10\0\0\0\11"sv);
  CHECK(encode_entity_key({entity, document}) == "\xA1\xA2\xA3\xA4\xA5\xA6\xA7\xA8\1\2\3\4\5\6\7\10"sv);
  CHECK(encode_name_key({"a", entity}) == "a\0\0\xA1\xA2\xA3\xA4\xA5\xA6\xA7\xA8"sv);
  CHECK(encode_name_key({std::string("a\0b", 3), entity}) ==
        "a\0\xFF"
        "b\0\0\xA1\xA2\xA3\xA4\xA5\xA6\xA7\xA8"sv);
  CHECK(encode_alias_key({entity, "a"}) ==
        "\xA1\xA2\xA3\xA4\xA5\xA6\xA7\xA8"
        "a\0\0"sv);
  CHECK(encode_date_key({"2025", document}) == "2025\0\0\1\2\3\4\5\6\7\10"sv);
  const DatedFact fact{kg::Date{258}, {document, 9}};
  CHECK(encode_index_key({entity, fact}) == "\xA1\xA2\xA3\xA4\xA5\xA6\xA7\xA8\0\0\1\2\1\2\3\4\5\6\7\10\0\0\0\11"sv);
  CHECK(encode_pair_key({entity, kg::EntityId{1}, fact}) ==
        "\xA1\xA2\xA3\xA4\xA5\xA6\xA7\xA8\0\0\0\0\0\0\0\1\0\0\1\2\1\2\3\4\5\6\7\10\0\0\0\11"sv);
  CHECK(encode_text_key({"a", fact}) == "a\0\0\0\0\1\2\1\2\3\4\5\6\7\10\0\0\0\11"sv);
  CHECK(encode_link_key(258) == "\0\0\0\0\0\0\1\2"sv);
}

TEST_CASE("keys: a prefix starts the keys of its entity or name and no others") {
  Generator generator(2);
  for (int i = 0; i < 500; ++i) {
    const NameKey a{generator.bytes(3), kg::EntityId{generator.number(3)}};
    const NameKey b{generator.bytes(3), kg::EntityId{generator.number(3)}};
    CHECK(encode_name_key(a).starts_with(text_prefix(b.text)) == (a.text == b.text));
    CHECK(encode_alias_key({a.entity, a.text}).starts_with(entity_prefix(b.entity)) == (a.entity == b.entity));
  }
}

TEST_CASE("decode_name_key: an escape that no encoding writes is refused") {
  const std::string ids(8, '\1');
  CHECK(decode_name_key("a\0\0"s + ids).has_value());
  for (const std::string& bytes : {"a\0\1"s + ids, "a\0"s, "a"s, ""s, "\0\xFE\0\0"s + ids, "a\xFF\xFF"s + ids}) {
    CHECK_FALSE(decode_name_key(bytes).has_value());
  }
}

}  // namespace
}  // namespace claimgraph::store
