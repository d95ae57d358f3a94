#include "store/values.h"

#include <bit>
#include <cmath>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "store/bytes.h"

namespace claimgraph::store {
namespace {

constexpr std::uint8_t kValueVersion = 1;
constexpr std::uint8_t kEntityVersion = 2;  // 1 had the number of mentions, not the mentions

// append() and read() of one type stand together: each pair is a rule of the grammar in doc/FORMATS.md.

void append(std::string& out, bool value) { out.push_back(value ? '\1' : '\0'); }
void read(ByteReader& in, bool& value) {
  const std::uint8_t byte = in.byte();
  if (byte > 1) in.refuse(fmt::format("{} instead of 0 or 1", byte));
  value = byte == 1;
}

void append(std::string& out, std::uint32_t value) { append_varint(out, value); }
void read(ByteReader& in, std::uint32_t& value) { value = in.varint32(); }
void append(std::string& out, std::uint64_t value) { append_varint(out, value); }
void read(ByteReader& in, std::uint64_t& value) { value = in.varint(); }

template <typename Enum, std::size_t kSize = kg::Spelling<Enum>::kNames.size()>
void append(std::string& out, Enum value) {
  out.push_back(static_cast<char>(value));
}
template <typename Enum, std::size_t kSize = kg::Spelling<Enum>::kNames.size()>
void read(ByteReader& in, Enum& value) {
  const std::uint8_t byte = in.byte();
  if (byte >= kSize) in.refuse(fmt::format("the kind {} where there are {}", byte, kSize));
  if (in.ok()) value = static_cast<Enum>(byte);
}

void append(std::string& out, double value) { append_fixed64(out, std::bit_cast<std::uint64_t>(value)); }
void read(ByteReader& in, double& value) {
  const auto stored = std::bit_cast<double>(in.fixed64());
  const bool confidence = stored >= 0 && stored <= 1;  // refuses NaN too
  if (!confidence) in.refuse("a confidence that is not from 0 to 1");
  if (in.ok()) value = stored;
}

void append(std::string& out, const std::string& value) { append_string(out, value); }
void read(ByteReader& in, std::string& value) { value = in.string(); }

void append(std::string& out, kg::EntityId id) { append_fixed64(out, static_cast<std::uint64_t>(id)); }
void read(ByteReader& in, kg::EntityId& id) { id = kg::EntityId{in.fixed64()}; }

// begin size: sizes are small where ends are not.
void append(std::string& out, Span span) {
  append(out, span.begin);
  append(out, span.end - span.begin);
}
void read(ByteReader& in, Span& span) {
  span.begin = in.varint32();
  const std::uint32_t size = in.varint32();
  if (size > std::numeric_limits<std::uint32_t>::max() - span.begin) in.refuse("a span that ends after 32 bits");
  if (in.ok()) span.end = span.begin + size;
}

void append(std::string& out, const kg::Mention& mention) {
  append(out, mention.span);
  append(out, mention.kind);
}
void read(ByteReader& in, kg::Mention& mention) {
  read(in, mention.span);
  read(in, mention.kind);
}

void append(std::string& out, const kg::EntityName& entity) {
  append(out, entity.name);
  append(out, entity.type);
}
void read(ByteReader& in, kg::EntityName& entity) {
  read(in, entity.name);
  read(in, entity.type);
}

void append(std::string& out, kg::Date date) { append_fixed32(out, static_cast<std::uint32_t>(date)); }
void read(ByteReader& in, kg::Date& date) {
  date = kg::Date{in.fixed32()};
  if (in.ok() && kg::parse_date(kg::dump_date(date)) != date) in.refuse("a number that is no date");
}

void append(std::string& out, const std::pair<std::string, std::uint64_t>& value) {
  append(out, value.first);
  append(out, value.second);
}
void read(ByteReader& in, std::pair<std::string, std::uint64_t>& value) {
  read(in, value.first);
  read(in, value.second);
}

void append(std::string& out, const std::pair<std::string, std::string>& value) {
  append(out, value.first);
  append(out, value.second);
}
void read(ByteReader& in, std::pair<std::string, std::string>& value) {
  read(in, value.first);
  read(in, value.second);
}

template <typename Part>
void append(std::string& out, const std::optional<Part>& part) {
  append(out, part.has_value());
  if (part) append(out, *part);
}
template <typename Part>
void read(ByteReader& in, std::optional<Part>& part) {
  bool given = false;
  read(in, given);
  if (given) read(in, part.emplace());
}

template <typename Part>
void append(std::string& out, const std::vector<Part>& parts) {
  append_varint(out, parts.size());
  for (const Part& part : parts) append(out, part);
}
template <typename Part>
void read(ByteReader& in, std::vector<Part>& parts) {
  const std::size_t count = in.count();
  for (std::size_t i = 0; i < count && in.ok(); ++i) read(in, parts.emplace_back());
}

// A list that is sorted and without repetitions.
template <typename Part>
void read_sorted(ByteReader& in, std::vector<Part>& parts) {
  read(in, parts);
  for (std::size_t i = 1; i < parts.size() && in.ok(); ++i) {
    if (!(parts[i - 1] < parts[i])) in.refuse("a list out of order");
  }
}

// A fact of the same document: 0 for none, else its index and 1.
void append_sibling(std::string& out, const std::optional<kg::FactId>& sibling) {
  append_varint(out, sibling ? std::uint64_t{sibling->index} + 1 : 0);
}
void read_sibling(ByteReader& in, kg::DocumentId document, std::optional<kg::FactId>& sibling) {
  const std::uint64_t number = in.varint();
  if (number > std::uint64_t{1} << 32) in.refuse(fmt::format("the number {} is larger than 32 bits", number));
  if (in.ok() && number > 0) sibling = kg::FactId{document, static_cast<std::uint32_t>(number - 1)};
}

template <typename... Parts>
void append_all(std::string& out, const Parts&... parts) {
  (append(out, parts), ...);
}
template <typename... Parts>
void read_all(ByteReader& in, Parts&... parts) {
  (read(in, parts), ...);
}

std::string new_value(std::uint8_t version = kValueVersion) { return {static_cast<char>(version)}; }

ByteReader value_reader(std::string_view bytes, std::uint8_t wanted = kValueVersion) {
  ByteReader in(bytes);
  const std::uint8_t version = in.byte();
  if (version != wanted) in.refuse(fmt::format("value version {} instead of {}", version, wanted));
  return in;
}

template <typename Value>
Result<Value> finished(ByteReader& in, Value value) {
  if (auto status = in.finish(); !status) return fail(std::move(status.error()));
  return value;
}

}  // namespace

std::string encode_format_version(std::uint32_t version) {
  std::string out;
  append(out, version);
  return out;
}

Result<std::uint32_t> decode_format_version(std::string_view bytes) {
  ByteReader in(bytes);
  const std::uint32_t version = in.varint32();
  return finished(in, version);
}

std::string encode_counts(const Counts& counts) {
  std::string out = new_value();
  append_all(out, counts.generation, counts.documents, counts.entities, counts.claims, counts.stances);
  return out;
}

Result<Counts> decode_counts(std::string_view bytes) {
  ByteReader in = value_reader(bytes);
  Counts counts;
  read_all(in, counts.generation, counts.documents, counts.entities, counts.claims, counts.stances);
  return finished(in, counts);
}

std::string encode_document(const DocumentRow& row) {
  const DocumentFact& fact = row.fact;
  std::string out = new_value();
  append_all(out, fact.name, fact.uri, fact.title, fact.publisher, fact.author, fact.published, fact.language,
             fact.metadata, fact.fingerprint, fact.claims, fact.stances, row.entities);
  return out;
}

Result<DocumentRow> decode_document(kg::DocumentId id, std::string_view bytes) {
  ByteReader in = value_reader(bytes);
  DocumentRow row;
  DocumentFact& fact = row.fact;
  fact.id = id;
  read_all(in, fact.name, fact.uri, fact.title, fact.publisher, fact.author, fact.published, fact.language,
           fact.metadata, fact.fingerprint, fact.claims, fact.stances);
  read_sorted(in, row.entities);
  fact.entities = static_cast<std::uint32_t>(row.entities.size());
  return finished(in, std::move(row));
}

std::string encode_text(std::string_view text) {
  std::string out = new_value();
  out += text;
  return out;
}

Result<std::string> decode_text(std::string_view bytes) {
  ByteReader in = value_reader(bytes);
  std::string text(in.rest());
  return finished(in, std::move(text));
}

std::string encode_entity(const EntityRow& row) {
  std::string out = new_value(kEntityVersion);
  append_all(out, row.fact.name, row.fact.type, row.fact.aliases, row.fact.mentions, row.published);
  return out;
}

Result<EntityRow> decode_entity(kg::EntityId id, std::string_view bytes) {
  ByteReader in = value_reader(bytes, kEntityVersion);
  EntityRow row;
  row.fact.id = id;
  read_all(in, row.fact.name, row.fact.type);
  read_sorted(in, row.fact.aliases);
  read_all(in, row.fact.mentions, row.published);
  return finished(in, std::move(row));
}

std::string encode_sum(const EntitySum& sum) {
  std::string out = new_value();
  append_all(out, sum.type, sum.documents, sum.mentions, sum.first, sum.last, sum.facts.claims_made,
             sum.facts.claims_about, sum.facts.stances_held, sum.facts.stances_toward, sum.names);
  return out;
}

Result<EntitySum> decode_sum(std::string_view bytes) {
  ByteReader in = value_reader(bytes);
  EntitySum sum;
  read_all(in, sum.type, sum.documents, sum.mentions, sum.first, sum.last, sum.facts.claims_made,
           sum.facts.claims_about, sum.facts.stances_held, sum.facts.stances_toward);
  read_sorted(in, sum.names);
  if (in.ok() && sum.names.empty()) in.refuse("an entity without a name");
  return finished(in, std::move(sum));
}

std::string encode_alias(std::uint64_t documents) {
  std::string out = new_value();
  append(out, documents);
  return out;
}

Result<std::uint64_t> decode_alias(std::string_view bytes) {
  ByteReader in = value_reader(bytes);
  std::uint64_t documents = 0;
  read(in, documents);
  return finished(in, documents);
}

std::string encode_folded_name(const FoldedName& name) {
  std::string out = new_value();
  append_all(out, name.type, name.folded);
  return out;
}

Result<FoldedName> decode_folded_name(std::string_view bytes) {
  ByteReader in = value_reader(bytes);
  FoldedName name;
  read_all(in, name.type, name.folded);
  return finished(in, std::move(name));
}

std::string encode_claim(const kg::ClaimFact& claim) {
  std::string out = new_value();
  append_all(out, claim.source, claim.about);
  append_sibling(out, claim.within);
  append_all(out, claim.form, claim.polarity, claim.certainty, claim.confidence, claim.rule, claim.source_spans,
             claim.cue_spans, claim.content_spans, claim.cue, claim.content);
  return out;
}

Result<kg::ClaimFact> decode_claim(kg::FactId id, std::string_view bytes) {
  ByteReader in = value_reader(bytes);
  kg::ClaimFact claim{.id = id};
  read_all(in, claim.source, claim.about);
  read_sibling(in, id.document, claim.within);
  read_all(in, claim.form, claim.polarity, claim.certainty, claim.confidence, claim.rule, claim.source_spans,
           claim.cue_spans, claim.content_spans, claim.cue, claim.content);
  return finished(in, std::move(claim));
}

std::string encode_stance(const kg::StanceFact& stance) {
  std::string out = new_value();
  append_all(out, stance.actor, stance.position, stance.target, stance.according_to);
  append_sibling(out, stance.claim);
  append_all(out, stance.confidence, stance.rule, stance.evidence_spans, stance.evidence);
  return out;
}

Result<kg::StanceFact> decode_stance(kg::FactId id, std::string_view bytes) {
  ByteReader in = value_reader(bytes);
  kg::StanceFact stance{.id = id};
  read_all(in, stance.actor, stance.position, stance.target, stance.according_to);
  read_sibling(in, id.document, stance.claim);
  read_all(in, stance.confidence, stance.rule, stance.evidence_spans, stance.evidence);
  return finished(in, std::move(stance));
}

std::string encode_link(const kg::Link& link) {
  std::string out = new_value();
  append_all(out, link.kind, link.entities);
  return out;
}

Result<kg::Link> decode_link(std::string_view bytes) {
  ByteReader in = value_reader(bytes);
  kg::Link link;
  read_all(in, link.kind, link.entities);
  return finished(in, std::move(link));
}

namespace {

// The first byte of a note: two bits for the position, four for form and certainty, each 0 for none, and one for an
// end.
constexpr unsigned kPositions = 3;
constexpr unsigned kCertainties = 4;
constexpr unsigned kManners = 12;

unsigned position_bits(const FactNote& note) { return note.position ? static_cast<unsigned>(*note.position) + 1 : 0; }
unsigned manner_bits(const FactNote& note) {
  if (!note.form || !note.certainty) return 0;
  return static_cast<unsigned>(*note.form) * kCertainties + static_cast<unsigned>(*note.certainty) + 1;
}

}  // namespace

std::string encode_note(const FactNote& note, bool with_from) {
  const bool has_from = with_from && note.from;
  const auto confidence = static_cast<unsigned>(std::lround(note.confidence * kg::kConfidenceSteps));
  std::string out;
  for (const unsigned byte :
       {position_bits(note) | manner_bits(note) << 2 | (has_from ? 1U : 0U) << 6, confidence >> 8, confidence & 0xFF}) {
    out.push_back(static_cast<char>(byte));
  }
  if (has_from) append(out, *note.from);
  return out;
}

Result<FactNote> decode_note(std::string_view bytes) {
  ByteReader in(bytes);
  FactNote note;
  const unsigned first = in.byte();
  const unsigned high = in.byte();
  const unsigned confidence = high << 8 | in.byte();
  const unsigned position = first & 3;
  const unsigned manner = first >> 2 & 15;
  if (first >> 7 != 0 || position > kPositions || manner > kManners) in.refuse("a kind of fact that there is not");
  if (confidence > kg::kConfidenceSteps) in.refuse("a confidence that is not from 0 to 1");
  if (position > 0) note.position = static_cast<kg::Position>(position - 1);
  if (manner > 0) {
    note.form = static_cast<kg::Form>((manner - 1) / kCertainties);
    note.certainty = static_cast<kg::Certainty>((manner - 1) % kCertainties);
  }
  note.confidence = confidence / kg::kConfidenceSteps;
  if ((first >> 6 & 1) != 0) read(in, note.from.emplace());
  return finished(in, std::move(note));
}

}  // namespace claimgraph::store
