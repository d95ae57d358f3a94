#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "claimgraph/kg/date.h"
#include "claimgraph/kg/fact.h"

// Keys of the store, one kind a family (doc/FORMATS.md, section Store).
//   document-key := document                       documents, texts
//   date-key     := escaped(published) document    documents_by_date
//   entity-key   := entity document                entities: what one document says of one entity
//   sum-key      := entity                         sums: what all say of it
//   alias-key    := entity escaped(alias)          aliases: how many documents call it so
//   name-key     := escaped(text) entity           names, last_words, name_words
//   fact-key     := document index                 claims, stances
//   index-key    := entity date document index     claims_by_source, claims_about, stances_by_actor, stances_toward
//   pair-key     := entity entity date document index   claims_by_pair, stances_by_pair
//   text-key     := escaped(text) date document index   claims_by_rule, stances_by_rule, claims_by_word
//   link-key     := fixed64                        links: their number, from 1
// with document, entity := fixed64, date, index := fixed32 and escaped(s) := s with every zero byte as 00 FF, then
// 00 00.
// All numbers big-endian, so that RocksDB's byte order is the order of the ids.
// DO NOT CHANGE without a new kFormatVersion: these bytes are on disk.
namespace claimgraph::store {

// The column families, in the order in which a store is created with them.
enum class Family : std::uint8_t {
  meta,  // RocksDB insists on a family "default"; the few keys about the store itself live there
  documents,
  documents_by_date,
  texts,
  entities,
  sums,
  aliases,
  names,
  last_words,
  name_words,
  claims,
  stances,
  claims_by_source,
  claims_about,
  stances_by_actor,
  stances_toward,
  claims_by_pair,
  stances_by_pair,
  claims_by_rule,
  stances_by_rule,
  claims_by_word,
  links,
};
inline constexpr std::array<std::string_view, 22> kFamilyNames = {
    "default",          "documents",       "documents_by_date", "texts",          "entities",       "sums",
    "aliases",          "names",           "last_words",        "name_words",     "claims",         "stances",
    "claims_by_source", "claims_about",    "stances_by_actor",  "stances_toward", "claims_by_pair", "stances_by_pair",
    "claims_by_rule",   "stances_by_rule", "claims_by_word",    "links"};

inline constexpr std::string_view kFormatVersionKey = "format_version";
inline constexpr std::string_view kCountsKey = "counts";

struct DateKey {
  std::string published;
  kg::DocumentId document{};
  friend auto operator<=>(const DateKey&, const DateKey&) = default;
};
struct EntityKey {
  kg::EntityId entity{};
  kg::DocumentId document{};
  friend auto operator<=>(const EntityKey&, const EntityKey&) = default;
};
struct AliasKey {
  kg::EntityId entity{};
  std::string alias;
  friend auto operator<=>(const AliasKey&, const AliasKey&) = default;
};
struct NameKey {
  std::string text;
  kg::EntityId entity{};
  friend auto operator<=>(const NameKey&, const NameKey&) = default;
};
// A fact where an index has it: in the order of publication.
struct DatedFact {
  kg::Date date{};
  kg::FactId id;
  friend auto operator<=>(const DatedFact&, const DatedFact&) = default;
};
struct IndexKey {
  kg::EntityId entity{};
  DatedFact fact;
  friend auto operator<=>(const IndexKey&, const IndexKey&) = default;
};
struct PairKey {
  kg::EntityId first{};   // source or actor
  kg::EntityId second{};  // about or target
  DatedFact fact;
  friend auto operator<=>(const PairKey&, const PairKey&) = default;
};
struct TextKey {
  std::string text;  // a rule or a word
  DatedFact fact;
  friend auto operator<=>(const TextKey&, const TextKey&) = default;
};

std::string encode_document_key(kg::DocumentId key);
std::string encode_date_key(const DateKey& key);
std::string encode_entity_key(EntityKey key);
std::string encode_alias_key(const AliasKey& key);
std::string encode_name_key(const NameKey& key);
std::string encode_fact_key(kg::FactId key);
std::string encode_index_key(const IndexKey& key);
std::string encode_pair_key(const PairKey& key);
std::string encode_text_key(const TextKey& key);
std::string encode_link_key(std::uint64_t number);

void append_date(std::string& out, kg::Date date);
// What all keys of an entity start with, in the families whose keys start with an entity; a whole sum-key.
std::string entity_prefix(kg::EntityId entity);
// What all keys of a pair start with.
std::string pair_prefix(kg::EntityId first, kg::EntityId second);
// What all keys of exactly that name, rule or word start with.
std::string text_prefix(std::string_view text);

// Nothing when `bytes` is no key that the function above can give. The inverses of these.
std::optional<kg::DocumentId> decode_document_key(std::string_view bytes);
std::optional<DateKey> decode_date_key(std::string_view bytes);
std::optional<EntityKey> decode_entity_key(std::string_view bytes);
std::optional<kg::EntityId> decode_sum_key(std::string_view bytes);
std::optional<AliasKey> decode_alias_key(std::string_view bytes);
std::optional<NameKey> decode_name_key(std::string_view bytes);
std::optional<kg::FactId> decode_fact_key(std::string_view bytes);
std::optional<IndexKey> decode_index_key(std::string_view bytes);
std::optional<PairKey> decode_pair_key(std::string_view bytes);
std::optional<TextKey> decode_text_key(std::string_view bytes);
std::optional<std::uint64_t> decode_link_key(std::string_view bytes);

}  // namespace claimgraph::store
