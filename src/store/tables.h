#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claimgraph/kg/fact.h"
#include "store/damage.h"
#include "store/db.h"
#include "store/keys.h"
#include "store/values.h"

// Typed reads: each table joins a family with the codecs of its keys and values, and turns bytes that these refuse into
// `corruption` that names the family and the key.
namespace claimgraph::store {

struct Documents {
  static constexpr Family kFamily = Family::documents;
  using Key = kg::DocumentId;
  using Value = DocumentRow;
  static std::string encode_key(Key key) { return encode_document_key(key); }
  static std::optional<Key> decode_key(std::string_view bytes) { return decode_document_key(bytes); }
  static Result<Value> decode(Key key, std::string_view bytes) { return decode_document(key, bytes); }
};

struct Texts {
  static constexpr Family kFamily = Family::texts;
  using Key = kg::DocumentId;
  using Value = std::string;
  static std::string encode_key(Key key) { return encode_document_key(key); }
  static std::optional<Key> decode_key(std::string_view bytes) { return decode_document_key(bytes); }
  static Result<Value> decode(Key, std::string_view bytes) { return decode_text(bytes); }
};

struct Entities {
  static constexpr Family kFamily = Family::entities;
  using Key = EntityKey;
  using Value = EntityRow;
  static std::string encode_key(Key key) { return encode_entity_key(key); }
  static std::optional<Key> decode_key(std::string_view bytes) { return decode_entity_key(bytes); }
  static Result<Value> decode(Key key, std::string_view bytes) { return decode_entity(key.entity, bytes); }
};

struct Sums {
  static constexpr Family kFamily = Family::sums;
  using Key = kg::EntityId;
  using Value = EntitySum;
  static std::string encode_key(Key key) { return entity_prefix(key); }
  static std::optional<Key> decode_key(std::string_view bytes) { return decode_sum_key(bytes); }
  static Result<Value> decode(Key, std::string_view bytes) { return decode_sum(bytes); }
};

struct Aliases {
  static constexpr Family kFamily = Family::aliases;
  using Key = AliasKey;
  using Value = std::uint64_t;
  static std::string encode_key(const Key& key) { return encode_alias_key(key); }
  static std::optional<Key> decode_key(std::string_view bytes) { return decode_alias_key(bytes); }
  static Result<Value> decode(const Key&, std::string_view bytes) { return decode_alias(bytes); }
};

struct LastWords {
  static constexpr Family kFamily = Family::last_words;
  using Key = NameKey;
  using Value = FoldedName;
  static std::string encode_key(const Key& key) { return encode_name_key(key); }
  static std::optional<Key> decode_key(std::string_view bytes) { return decode_name_key(bytes); }
  static Result<Value> decode(const Key&, std::string_view bytes) { return decode_folded_name(bytes); }
};

struct Claims {
  static constexpr Family kFamily = Family::claims;
  using Key = kg::FactId;
  using Value = kg::ClaimFact;
  static std::string encode_key(Key key) { return encode_fact_key(key); }
  static std::optional<Key> decode_key(std::string_view bytes) { return decode_fact_key(bytes); }
  static Result<Value> decode(Key key, std::string_view bytes) { return decode_claim(key, bytes); }
};

struct Stances {
  static constexpr Family kFamily = Family::stances;
  using Key = kg::FactId;
  using Value = kg::StanceFact;
  static std::string encode_key(Key key) { return encode_fact_key(key); }
  static std::optional<Key> decode_key(std::string_view bytes) { return decode_fact_key(bytes); }
  static Result<Value> decode(Key key, std::string_view bytes) { return decode_stance(key, bytes); }
};

struct Links {
  static constexpr Family kFamily = Family::links;
  using Key = std::uint64_t;
  using Value = kg::Link;
  static std::string encode_key(Key key) { return encode_link_key(key); }
  static std::optional<Key> decode_key(std::string_view bytes) { return decode_link_key(bytes); }
  static Result<Value> decode(Key, std::string_view bytes) { return decode_link(bytes); }
};

template <typename Table>
Result<typename Table::Value> decode_at(const Moment& moment, const typename Table::Key& key, std::string_view bytes) {
  auto value = Table::decode(key, bytes);
  if (value) return value;
  return fail(damage_at(moment.path(), Table::kFamily, Table::encode_key(key), value.error().message));
}

// The row at `key`, if there is one.
template <typename Table>
Result<std::optional<typename Table::Value>> load(const Moment& moment, const typename Table::Key& key) {
  auto bytes = moment.get(Table::kFamily, Table::encode_key(key));
  if (!bytes) return fail(std::move(bytes.error()));
  if (!*bytes) return std::optional<typename Table::Value>();
  auto value = decode_at<Table>(moment, key, **bytes);
  if (!value) return fail(std::move(value.error()));
  return std::optional(*std::move(value));
}

// The rows at `keys`, all of which must be there because another row says so.
// REQUIRES: `keys` are sorted and distinct.
template <typename Table>
Result<std::vector<typename Table::Value>> load_all(const Moment& moment,
                                                    const std::vector<typename Table::Key>& keys) {
  std::vector<std::string> encoded;
  for (const auto& key : keys) encoded.push_back(Table::encode_key(key));
  auto found = moment.get_many(Table::kFamily, encoded);
  if (!found) return fail(std::move(found.error()));
  std::vector<typename Table::Value> out;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto& bytes = (*found)[i];
    if (!bytes) return fail(damage_at(moment.path(), Table::kFamily, encoded[i], "this row is missing"));
    auto value = decode_at<Table>(moment, keys[i], *bytes);
    if (!value) return fail(std::move(value.error()));
    out.push_back(*std::move(value));
  }
  return out;
}

// The rows at `keys`, or nothing where there is none. REQUIRES: `keys` are sorted and distinct.
template <typename Table>
Result<std::vector<std::optional<typename Table::Value>>> load_some(const Moment& moment,
                                                                    const std::vector<typename Table::Key>& keys) {
  std::vector<std::string> encoded;
  for (const auto& key : keys) encoded.push_back(Table::encode_key(key));
  const auto found = moment.get_many(Table::kFamily, encoded);
  if (!found) return fail(found.error());
  std::vector<std::optional<typename Table::Value>> out(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (!(*found)[i]) continue;
    auto value = decode_at<Table>(moment, keys[i], *(*found)[i]);
    if (!value) return fail(std::move(value.error()));
    out[i] = *std::move(value);
  }
  return out;
}

// Visits the rows whose keys start with `prefix`, by key, until `visit` gives false.
template <typename Table>
Status visit_rows(const Moment& moment, std::string_view prefix,
                  const std::function<bool(const typename Table::Key&, typename Table::Value)>& visit) {
  return moment.scan(Table::kFamily, prefix, [&](std::string_view key_bytes, std::string_view bytes) -> Result<bool> {
    const auto key = Table::decode_key(key_bytes);
    if (!key) return fail(damage_at(moment.path(), Table::kFamily, key_bytes, "this is no key"));
    auto value = decode_at<Table>(moment, *key, bytes);
    if (!value) return fail(std::move(value.error()));
    return visit(*key, *std::move(value));
  });
}

}  // namespace claimgraph::store
