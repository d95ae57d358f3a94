#include "kg/parse_record.h"

#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "claimgraph/kg/record.h"

namespace claimgraph::kg {
namespace {

namespace dom = simdjson::dom;

// Reads the fields of one record. The first fault is kept in `fault`; what is read after it does not matter.
class RecordReader {
 public:
  explicit RecordReader(Extraction& out) : out_(out) {}

  void read(dom::object record) {
    read_source(record);
    const auto entities = list(record, "entities");
    const auto claims = list(record, "claims");
    const auto stances = list(record, "stances");
    entities_ = entities.size();
    claims_ = claims.size();
    each(entities, "entities", [&](dom::object entity) { read_entity(entity); });
    each(claims, "claims", [&](dom::object claim) { read_claim(claim); });
    each(stances, "stances", [&](dom::object stance) { read_stance(stance); });
  }

  std::optional<Error> fault;

 private:
  void wrong(ErrorCode code, std::string message) {
    if (!fault) fault = Error{.code = code, .message = std::move(message)};
  }
  void missing(std::string_view key, std::string_view wanted) {
    wrong(ErrorCode::parse, fmt::format("a record's field '{}' is missing or no {}", key, wanted));
  }

  std::string string(dom::object from, std::string_view key) {
    std::string_view value;
    if (from[key].get(value) != simdjson::SUCCESS) missing(key, "string");
    return std::string(value);
  }
  std::string string_or_null(dom::object from, std::string_view key) {
    std::string_view value;
    if (from[key].get(value) != simdjson::SUCCESS && !from[key].is_null()) missing(key, "string or null");
    return std::string(value);
  }
  // Empty when there is none: an array that get() has not filled must not be looked at.
  std::vector<dom::element> list(dom::object from, std::string_view key) {
    dom::array value;
    if (from[key].get(value) == simdjson::SUCCESS) return {value.begin(), value.end()};
    missing(key, "list");
    return {};
  }
  double number(dom::object from, std::string_view key) {
    double value = 0;
    if (from[key].get(value) != simdjson::SUCCESS) missing(key, "number");
    return value;
  }
  template <typename Enum>
  Enum spelled(dom::object from, std::string_view key) {
    const std::string name = string(from, key);
    const auto value = parse<Enum>(name);
    if (!value) wrong(ErrorCode::invalid, fmt::format("a record's field '{}' is '{}', which is no {}", key, name, key));
    return value.value_or(Enum{});
  }
  template <typename Read>
  void each(const std::vector<dom::element>& values, std::string_view key, const Read& read) {
    if (fault) return;
    for (dom::element value : values) {
      dom::object object;
      if (value.get(object) != simdjson::SUCCESS)
        return wrong(ErrorCode::parse, fmt::format("an item of '{}' is no object", key));
      read(object);
    }
  }

  Span span(dom::element value) {
    dom::array ends;
    std::uint64_t begin = 0, end = 0;
    const bool ok = value.get(ends) == simdjson::SUCCESS && ends.size() == 2 &&
                    ends.at(0).get(begin) == simdjson::SUCCESS && ends.at(1).get(end) == simdjson::SUCCESS;
    const std::uint64_t limit = out_.source.text.size();
    if (!ok) {
      wrong(ErrorCode::parse, "a span is not a list of two offsets");
    } else if (begin > end || end > limit) {
      wrong(ErrorCode::invalid, fmt::format("the span [{},{}] does not lie in the text", begin, end));
    }
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  std::vector<Span> spans(dom::object from, std::string_view key) {
    std::vector<Span> out;
    if (fault) return out;
    for (dom::element value : list(from, key)) out.push_back(span(value));
    return out;
  }

  // "e3" is 2 when there are at least 3 entities.
  std::uint32_t index(std::string_view id, char kind, std::size_t count) {
    std::uint32_t number = 0;
    const bool ok = id.size() > 1 && id[0] == kind &&
                    std::from_chars(id.data() + 1, id.data() + id.size(), number).ptr == id.data() + id.size();
    if (!ok || number == 0 || number > count) {
      wrong(ErrorCode::invalid, fmt::format("the id '{}' names nothing in its record", id));
      return 0;
    }
    return number - 1;
  }
  EntityIndex entity(std::string_view id) { return EntityIndex{index(id, 'e', entities_)}; }
  std::optional<EntityIndex> entity_or_null(dom::object from, std::string_view key) {
    const std::string id = string_or_null(from, key);
    return id.empty() ? std::nullopt : std::optional(entity(id));
  }
  std::optional<ClaimIndex> claim_or_null(dom::object from, std::string_view key) {
    const std::string id = string_or_null(from, key);
    return id.empty() ? std::nullopt : std::optional(ClaimIndex{index(id, 'c', claims_)});
  }

  void read_source(dom::object record) {
    Source& source = out_.source;
    source.id = string(record, "id");
    source.uri = string_or_null(record, "uri");
    source.title = string_or_null(record, "title");
    source.publisher = string_or_null(record, "publisher");
    source.author = string_or_null(record, "author");
    source.published = string_or_null(record, "published");
    source.language = string(record, "language");
    source.text = string(record, "text");
    dom::object metadata;
    if (record["metadata"].get(metadata) != simdjson::SUCCESS) return;
    for (const auto& field : metadata) source.metadata.emplace_back(field.key, simdjson::minify(field.value));
  }

  void read_entity(dom::object from) {
    Entity entity;
    entity.name = string(from, "name");
    entity.type = spelled<EntityType>(from, "type");
    for (dom::element alias : list(from, "aliases")) {
      std::string_view text;
      if (alias.get(text) != simdjson::SUCCESS) missing("aliases", "list of strings");
      entity.aliases.emplace_back(text);
    }
    each(list(from, "mentions"), "mentions", [&](dom::object mention) {
      dom::element at;
      if (mention["span"].get(at) != simdjson::SUCCESS) return missing("span", "list");
      entity.mentions.push_back({.span = span(at), .kind = spelled<MentionKind>(mention, "kind")});
    });
    out_.entities.push_back(std::move(entity));
  }

  void read_claim(dom::object from) {
    Claim claim;
    claim.source = entity_or_null(from, "source");
    claim.source_spans = spans(from, "source_spans");
    claim.cue_spans = spans(from, "cue_spans");
    claim.content_spans = spans(from, "content_spans");
    claim.form = spelled<Form>(from, "form");
    claim.within = claim_or_null(from, "within");
    for (dom::element about : list(from, "about")) {
      std::string_view id;
      if (about.get(id) != simdjson::SUCCESS) missing("about", "list of ids");
      claim.about.push_back(entity(id));
    }
    claim.polarity = spelled<Polarity>(from, "polarity");
    claim.certainty = spelled<Certainty>(from, "certainty");
    claim.rule = string(from, "rule");
    claim.confidence = number(from, "confidence");
    out_.claims.push_back(std::move(claim));
  }

  void read_stance(dom::object from) {
    Stance stance;
    stance.actor = entity_or_null(from, "actor");
    stance.position = spelled<Position>(from, "position");
    stance.target = entity(string(from, "target"));
    stance.according_to = entity_or_null(from, "according_to");
    stance.claim = claim_or_null(from, "claim");
    stance.evidence_spans = spans(from, "evidence_spans");
    stance.rule = string(from, "rule");
    stance.confidence = number(from, "confidence");
    out_.stances.push_back(std::move(stance));
  }

  Extraction& out_;
  std::size_t entities_ = 0;
  std::size_t claims_ = 0;
};

}  // namespace

Result<Extraction> read_record(simdjson::dom::object record) {
  Extraction out;
  RecordReader reader(out);
  reader.read(record);
  if (reader.fault) return fail(*std::move(reader.fault));
  return out;
}

Result<Extraction> parse_record(std::string_view json) {
  dom::parser parser;
  dom::object record;
  if (const auto error = parser.parse(simdjson::padded_string(json)).get(record)) {
    return fail({.code = ErrorCode::parse,
                 .message = fmt::format("an extraction record is no JSON object: {}", simdjson::error_message(error))});
  }
  return read_record(record);
}

}  // namespace claimgraph::kg
