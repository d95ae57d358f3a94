#include "store/keys.h"

#include "store/bytes.h"

namespace claimgraph::store {
namespace {

constexpr char kEscape = '\0';
constexpr char kEscapedZero = '\xFF';
constexpr char kEnd = '\0';
constexpr std::size_t kIdBytes = 8;

// Ends in a mark that sorts before every continuation, so that a name sorts before the names that it starts.
void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    out.push_back(c);
    if (c == kEscape) out.push_back(kEscapedZero);
  }
  out.push_back(kEscape);
  out.push_back(kEnd);
}

// Takes an escaped string off the front of `bytes`.
std::optional<std::string> take_escaped(std::string_view& bytes) {
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] != kEscape) {
      out.push_back(bytes[i]);
      continue;
    }
    if (++i == bytes.size()) return std::nullopt;
    if (bytes[i] == kEnd) {
      bytes.remove_prefix(i + 1);
      return out;
    }
    if (bytes[i] != kEscapedZero) return std::nullopt;
    out.push_back(kEscape);
  }
  return std::nullopt;
}

void append_id(std::string& out, kg::DocumentId id) { append_fixed64(out, static_cast<std::uint64_t>(id)); }
void append_id(std::string& out, kg::EntityId id) { append_fixed64(out, static_cast<std::uint64_t>(id)); }
void append_id(std::string& out, kg::FactId id) {
  append_id(out, id.document);
  append_fixed32(out, id.index);
}
void append_id(std::string& out, const DatedFact& fact) {
  append_date(out, fact.date);
  append_id(out, fact.id);
}

void read(ByteReader& in, kg::DocumentId& id) { id = kg::DocumentId{in.fixed64()}; }
void read(ByteReader& in, kg::EntityId& id) { id = kg::EntityId{in.fixed64()}; }
void read(ByteReader& in, kg::FactId& id) {
  read(in, id.document);
  id.index = in.fixed32();
}
void read(ByteReader& in, DatedFact& fact) {
  fact.date = kg::Date{in.fixed32()};
  read(in, fact.id);
}

// All of `bytes` as the ids `ids`, one after the other.
template <typename... Ids>
bool read_all(std::string_view bytes, Ids&... ids) {
  ByteReader in(bytes);
  (read(in, ids), ...);
  return in.ok() && in.at_end();
}

}  // namespace

std::string encode_document_key(kg::DocumentId key) {
  std::string out;
  append_id(out, key);
  return out;
}

std::string encode_date_key(const DateKey& key) {
  std::string out;
  append_escaped(out, key.published);
  append_id(out, key.document);
  return out;
}

std::string encode_entity_key(EntityKey key) {
  std::string out = entity_prefix(key.entity);
  append_id(out, key.document);
  return out;
}

std::string encode_alias_key(const AliasKey& key) {
  std::string out = entity_prefix(key.entity);
  append_escaped(out, key.alias);
  return out;
}

std::string encode_name_key(const NameKey& key) {
  std::string out = text_prefix(key.text);
  append_id(out, key.entity);
  return out;
}

std::string encode_fact_key(kg::FactId key) {
  std::string out;
  append_id(out, key);
  return out;
}

std::string encode_index_key(const IndexKey& key) {
  std::string out = entity_prefix(key.entity);
  append_id(out, key.fact);
  return out;
}

std::string encode_pair_key(const PairKey& key) {
  std::string out = pair_prefix(key.first, key.second);
  append_id(out, key.fact);
  return out;
}

std::string encode_text_key(const TextKey& key) {
  std::string out = text_prefix(key.text);
  append_id(out, key.fact);
  return out;
}

std::string encode_link_key(std::uint64_t number) {
  std::string out;
  append_fixed64(out, number);
  return out;
}

void append_date(std::string& out, kg::Date date) { append_fixed32(out, static_cast<std::uint32_t>(date)); }

std::string entity_prefix(kg::EntityId entity) {
  std::string out;
  append_id(out, entity);
  return out;
}

std::string pair_prefix(kg::EntityId first, kg::EntityId second) {
  std::string out = entity_prefix(first);
  append_id(out, second);
  return out;
}

std::string text_prefix(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

std::optional<kg::DocumentId> decode_document_key(std::string_view bytes) {
  kg::DocumentId key{};
  return read_all(bytes, key) ? std::optional(key) : std::nullopt;
}

std::optional<DateKey> decode_date_key(std::string_view bytes) {
  DateKey key;
  auto published = take_escaped(bytes);
  if (!published || !read_all(bytes, key.document)) return std::nullopt;
  key.published = *std::move(published);
  return key;
}

std::optional<EntityKey> decode_entity_key(std::string_view bytes) {
  EntityKey key;
  return read_all(bytes, key.entity, key.document) ? std::optional(key) : std::nullopt;
}

std::optional<kg::EntityId> decode_sum_key(std::string_view bytes) {
  kg::EntityId key{};
  return read_all(bytes, key) ? std::optional(key) : std::nullopt;
}

std::optional<AliasKey> decode_alias_key(std::string_view bytes) {
  if (bytes.size() < kIdBytes) return std::nullopt;
  AliasKey key;
  if (!read_all(bytes.substr(0, kIdBytes), key.entity)) return std::nullopt;
  bytes.remove_prefix(kIdBytes);
  auto alias = take_escaped(bytes);
  if (!alias || !bytes.empty()) return std::nullopt;
  key.alias = *std::move(alias);
  return key;
}

std::optional<NameKey> decode_name_key(std::string_view bytes) {
  NameKey key;
  auto text = take_escaped(bytes);
  if (!text || !read_all(bytes, key.entity)) return std::nullopt;
  key.text = *std::move(text);
  return key;
}

std::optional<kg::FactId> decode_fact_key(std::string_view bytes) {
  kg::FactId key;
  return read_all(bytes, key) ? std::optional(key) : std::nullopt;
}

std::optional<IndexKey> decode_index_key(std::string_view bytes) {
  IndexKey key;
  return read_all(bytes, key.entity, key.fact) ? std::optional(key) : std::nullopt;
}

std::optional<PairKey> decode_pair_key(std::string_view bytes) {
  PairKey key;
  return read_all(bytes, key.first, key.second, key.fact) ? std::optional(key) : std::nullopt;
}

std::optional<TextKey> decode_text_key(std::string_view bytes) {
  TextKey key;
  auto text = take_escaped(bytes);
  if (!text || !read_all(bytes, key.fact)) return std::nullopt;
  key.text = *std::move(text);
  return key;
}

std::optional<std::uint64_t> decode_link_key(std::string_view bytes) {
  ByteReader in(bytes);
  const std::uint64_t number = in.fixed64();
  return in.ok() && in.at_end() ? std::optional(number) : std::nullopt;
}

}  // namespace claimgraph::store
