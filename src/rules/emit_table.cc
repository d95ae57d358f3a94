#include "rules/emit_table.h"

#include <algorithm>

#include "claimgraph/kg/vocabulary.h"

namespace claimgraph::rules {
namespace {

constexpr FieldSpec kMentionFields[] = {
    {.name = "label", .required = true, .literal_only = true},
    {.name = "refers", .values = Vocabulary::mention_kind},
    {.name = "type", .values = Vocabulary::entity_type},
};
constexpr FieldSpec kAttributionFields[] = {
    {.name = "certainty", .values = Vocabulary::certainty},
    {.name = "polarity", .values = Vocabulary::polarity},
    {.name = "source", .values = Vocabulary::continuation, .literal_only = true},
    {.name = "join", .values = Vocabulary::continuation, .literal_only = true},
};
constexpr FieldSpec kStanceFields[] = {
    {.name = "position", .values = Vocabulary::position, .required = true},
    {.name = "actor", .values = Vocabulary::speaker, .literal_only = true},
};

constexpr CaptureSpec kAttributionCaptures[] = {{.name = "cue", .or_field = "source"}, {.name = "content"}};
constexpr CaptureSpec kStanceCaptures[] = {{.name = "target"}, {.name = "actor", .or_field = "actor"}};

// In the order of Emits.
constexpr EmitSpec kSpecs[] = {
    {.kind = "mention", .emits = Emits::mention, .fields = kMentionFields, .captures = {}, .takes_features = true},
    {.kind = "attribution",
     .emits = Emits::attribution,
     .fields = kAttributionFields,
     .captures = kAttributionCaptures},
    {.kind = "stance", .emits = Emits::stance, .fields = kStanceFields, .captures = kStanceCaptures},
};

template <typename Enum>
std::vector<std::string> spelled() {
  const auto& names = kg::Spelling<Enum>::kNames;
  return {names.begin(), names.end()};
}

}  // namespace

const EmitSpec* find_emit_spec(std::string_view kind) {
  const auto* at =
      std::find_if(std::begin(kSpecs), std::end(kSpecs), [&](const auto& spec) { return spec.kind == kind; });
  return at == std::end(kSpecs) ? nullptr : at;
}

const EmitSpec& emit_spec(Emits emits) { return kSpecs[static_cast<std::size_t>(emits)]; }

std::vector<std::string> emit_kinds() {
  std::vector<std::string> out;
  for (const auto& spec : kSpecs) out.emplace_back(spec.kind);
  return out;
}

const FieldSpec* find_field(const EmitSpec& spec, std::string_view name) {
  const auto at = std::find_if(spec.fields.begin(), spec.fields.end(), [&](const auto& f) { return f.name == name; });
  return at == spec.fields.end() ? nullptr : &*at;
}

std::vector<std::string> field_names(const EmitSpec& spec) {
  std::vector<std::string> out;
  for (const auto& field : spec.fields) out.emplace_back(field.name);
  return out;
}

std::vector<std::string> spellings(Vocabulary vocabulary) {
  switch (vocabulary) {
    case Vocabulary::any: return {};
    case Vocabulary::certainty: return spelled<kg::Certainty>();
    case Vocabulary::polarity: return spelled<kg::Polarity>();
    case Vocabulary::position: return spelled<kg::Position>();
    case Vocabulary::speaker: return {"author", "source"};
    case Vocabulary::continuation: return {"previous"};
    case Vocabulary::mention_kind: return spelled<kg::MentionKind>();
    case Vocabulary::entity_type: return spelled<kg::EntityType>();
  }
  return {};
}

std::string_view name_of(Vocabulary vocabulary) {
  switch (vocabulary) {
    case Vocabulary::any: return "text";
    case Vocabulary::certainty: return "certainty";
    case Vocabulary::polarity: return "polarity";
    case Vocabulary::position: return "position";
    case Vocabulary::speaker: return "actor";
    case Vocabulary::continuation: return "attribution";
    case Vocabulary::mention_kind: return "kind of mention";
    case Vocabulary::entity_type: return "type of entity";
  }
  return "text";
}

}  // namespace claimgraph::rules
