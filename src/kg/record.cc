#include "claimgraph/kg/record.h"

#include <iterator>

#include <fmt/format.h>

#include "claimgraph/kg/fact.h"
#include "claimgraph/kg/json.h"

namespace claimgraph::kg {
namespace {

// Writes one JSON object; the caller writes the values of keys that are no strings.
class ObjectWriter {
 public:
  explicit ObjectWriter(std::string& out) : out_(out) { out_.push_back('{'); }
  std::string& key(std::string_view name) {
    if (!first_) out_.push_back(',');
    first_ = false;
    append_json_string(out_, name);
    out_.push_back(':');
    return out_;
  }
  void string(std::string_view name, std::string_view value) { append_json_string(key(name), value); }
  void string_or_null(std::string_view name, std::string_view value) {
    if (value.empty()) {
      key(name) += "null";
    } else {
      string(name, value);
    }
  }
  void close() { out_.push_back('}'); }

 private:
  std::string& out_;
  bool first_ = true;
};

template <typename Values, typename Write>
void append_list(std::string& out, const Values& values, const Write& write) {
  out.push_back('[');
  bool first = true;
  for (const auto& value : values) {
    if (!first) out.push_back(',');
    first = false;
    write(value);
  }
  out.push_back(']');
}

void append_span(std::string& out, Span span) {
  fmt::format_to(std::back_inserter(out), "[{},{}]", span.begin, span.end);
}

void append_spans(std::string& out, const std::vector<Span>& spans) {
  append_list(out, spans, [&](Span span) { append_span(out, span); });
}

template <typename Index>
void append_id(std::string& out, char kind, Index index) {
  fmt::format_to(std::back_inserter(out), "\"{}{}\"", kind, static_cast<std::uint32_t>(index) + 1);
}

template <typename Index>
void append_id_or_null(std::string& out, char kind, const std::optional<Index>& index) {
  if (index) {
    append_id(out, kind, *index);
  } else {
    out += "null";
  }
}

void append_confidence(std::string& out, double confidence) {
  // Rounded, so that a record does not depend on the last bit.
  fmt::format_to(std::back_inserter(out), "{}", rounded_confidence(confidence));
}

void append_entity(std::string& out, const Entity& entity, std::size_t number) {
  ObjectWriter object(out);
  append_id(object.key("id"), 'e', number);
  object.string("name", entity.name);
  object.string("type", spell(entity.type));
  append_list(object.key("aliases"), entity.aliases, [&](const std::string& alias) { append_json_string(out, alias); });
  append_list(object.key("mentions"), entity.mentions, [&](const Mention& mention) {
    ObjectWriter inner(out);
    append_span(inner.key("span"), mention.span);
    inner.string("kind", spell(mention.kind));
    inner.close();
  });
  object.close();
}

void append_claim(std::string& out, const Claim& claim, std::size_t number) {
  ObjectWriter object(out);
  append_id(object.key("id"), 'c', number);
  append_id_or_null(object.key("source"), 'e', claim.source);
  append_spans(object.key("source_spans"), claim.source_spans);
  append_spans(object.key("cue_spans"), claim.cue_spans);
  append_spans(object.key("content_spans"), claim.content_spans);
  object.string("form", spell(claim.form));
  append_id_or_null(object.key("within"), 'c', claim.within);
  append_list(object.key("about"), claim.about, [&](EntityIndex about) { append_id(out, 'e', about); });
  object.string("polarity", spell(claim.polarity));
  object.string("certainty", spell(claim.certainty));
  object.string("rule", claim.rule);
  append_confidence(object.key("confidence"), claim.confidence);
  object.close();
}

void append_stance(std::string& out, const Stance& stance, std::size_t number) {
  ObjectWriter object(out);
  append_id(object.key("id"), 's', number);
  append_id_or_null(object.key("actor"), 'e', stance.actor);
  object.string("position", spell(stance.position));
  append_id(object.key("target"), 'e', stance.target);
  append_id_or_null(object.key("according_to"), 'e', stance.according_to);
  append_id_or_null(object.key("claim"), 'c', stance.claim);
  append_spans(object.key("evidence_spans"), stance.evidence_spans);
  object.string("rule", stance.rule);
  append_confidence(object.key("confidence"), stance.confidence);
  object.close();
}

void append_source(ObjectWriter& object, const Source& source) {
  object.string("id", source.id);
  object.string_or_null("uri", source.uri);
  object.string_or_null("title", source.title);
  object.string_or_null("publisher", source.publisher);
  object.string_or_null("author", source.author);
  object.string_or_null("published", source.published);
  object.string("language", source.language);
  object.string("text", source.text);
  if (source.metadata.empty()) return;
  std::string& out = object.key("metadata");
  ObjectWriter metadata(out);
  for (const auto& [name, json] : source.metadata) metadata.key(name) += json;
  metadata.close();
}

}  // namespace

std::string dump(const Extraction& extraction) {
  std::string out;
  ObjectWriter object(out);
  append_source(object, extraction.source);
  const auto append_numbered = [&](std::string_view name, const auto& values, const auto& append) {
    std::size_t number = 0;
    append_list(object.key(name), values, [&](const auto& value) { append(out, value, number++); });
  };
  append_numbered("entities", extraction.entities, append_entity);
  append_numbered("claims", extraction.claims, append_claim);
  append_numbered("stances", extraction.stances, append_stance);
  object.close();
  return out;
}

}  // namespace claimgraph::kg
