#include "rules/emit_table.h"

#include <algorithm>

#include "claimgraph/kg/vocabulary.h"

namespace claimgraph::rules {
namespace {

constexpr FieldSpec kMentionFields[] = {
    {.name = "label", .required = true, .literal_only = true, .about = "the label that the match gets"},
    {.name = "refers",
     .values = Vocabulary::reference,
     .about = "makes it a mention of an entity; owner: a phrase that ends in it means whose it is"},
    {.name = "type", .values = Vocabulary::entity_type, .about = "of the entity; else other"},
    {.name = "unnamed", .values = Vocabulary::entity_type, .about = "the type of an entity without a name; else type"},
    {.name = "name", .about = "the entity's name, when the text spells it otherwise"},
    {.name = "gender", .values = Vocabulary::gender, .about = "of a person, for pronouns"},
    {.name = "number", .values = Vocabulary::number, .about = "else singular, for pronouns"},
    {.name = "person", .values = Vocabulary::person, .about = "of a pronoun"},
};
constexpr FieldSpec kDiscardFields[] = {
    {.name = "of",
     .values = Vocabulary::targets,
     .required = true,
     .literal_only = true,
     .about = "what is left out where the match lies: attribution, stance, labels, rules or namespaces"},
};
constexpr FieldSpec kScopeFields[] = {
    {.name = "polarity", .values = Vocabulary::polarity, .about = "negative turns the polarity or position round"},
    {.name = "certainty", .values = Vocabulary::certainty, .about = "the most that the certainty can be"},
    {.name = "of",
     .values = Vocabulary::targets,
     .literal_only = true,
     .about = "what it is for: attribution, stance, rules or namespaces; else attribution and stance"},
};
constexpr FieldSpec kAttributionFields[] = {
    {.name = "certainty", .values = Vocabulary::certainty, .about = "of the claim; else certain"},
    {.name = "polarity", .values = Vocabulary::polarity, .about = "of the claim; else positive"},
    {.name = "source",
     .values = Vocabulary::continuation,
     .literal_only = true,
     .about = "previous: the source is that of the attribution before"},
    {.name = "join",
     .values = Vocabulary::continuation,
     .literal_only = true,
     .about = "previous: the content becomes a part of the attribution before"},
    {.name = "needs",
     .values = Vocabulary::judge,
     .literal_only = true,
     .about = "model: a match is only a proposal to a model that knows the rule"},
};
constexpr FieldSpec kStanceFields[] = {
    {.name = "position", .values = Vocabulary::position, .required = true, .about = "of the actor toward the target"},
    {.name = "actor",
     .values = Vocabulary::speaker,
     .literal_only = true,
     .about = "source: whoever says it; author: the article"},
};

constexpr CaptureSpec kMentionCaptures[] = {{.name = "mention", .optional = true}};
constexpr CaptureSpec kDiscardCaptures[] = {{.name = "over", .optional = true}};
constexpr CaptureSpec kScopeCaptures[] = {{.name = "cue"}, {.name = "over"}};
constexpr CaptureSpec kAttributionCaptures[] = {
    {.name = "cue", .or_field = "source"},  {.name = "content"},
    {.name = "content2", .optional = true}, {.name = "source", .optional = true},
    {.name = "negation", .optional = true},
};
constexpr CaptureSpec kStanceCaptures[] = {
    {.name = "target"},
    {.name = "actor", .or_field = "actor"},
    {.name = "cue", .optional = true},
    {.name = "negation", .optional = true},
    {.name = "evidence", .optional = true},
};

// In the order of Emits.
constexpr EmitSpec kSpecs[] = {
    {.kind = "mention",
     .emits = Emits::mention,
     .fields = kMentionFields,
     .captures = kMentionCaptures,
     .takes_features = true,
     .noun = "a mention"},
    {.kind = "discard",
     .emits = Emits::discard,
     .fields = kDiscardFields,
     .captures = kDiscardCaptures,
     .noun = "a discard"},
    {.kind = "scope", .emits = Emits::scope, .fields = kScopeFields, .captures = kScopeCaptures, .noun = "a scope"},
    {.kind = "attribution",
     .emits = Emits::attribution,
     .fields = kAttributionFields,
     .captures = kAttributionCaptures,
     .noun = "an attribution"},
    {.kind = "stance",
     .emits = Emits::stance,
     .fields = kStanceFields,
     .captures = kStanceCaptures,
     .noun = "a stance"},
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
    case Vocabulary::targets: return {};
    case Vocabulary::certainty: return spelled<kg::Certainty>();
    case Vocabulary::polarity: return spelled<kg::Polarity>();
    case Vocabulary::position: return spelled<kg::Position>();
    case Vocabulary::speaker: return {"author", "source"};
    case Vocabulary::continuation: return {"previous"};
    case Vocabulary::judge: return {"model"};
    case Vocabulary::reference: {
      auto out = spelled<kg::MentionKind>();
      out.emplace_back("owner");
      return out;
    }
    case Vocabulary::entity_type: return spelled<kg::EntityType>();
    case Vocabulary::gender: return {"male", "female"};
    case Vocabulary::number: return {"singular", "plural"};
    case Vocabulary::person: return {"first", "second", "third"};
  }
  return {};
}

std::string_view name_of(Vocabulary vocabulary) {
  switch (vocabulary) {
    case Vocabulary::any: return "text";
    case Vocabulary::targets: return "target";
    case Vocabulary::certainty: return "certainty";
    case Vocabulary::polarity: return "polarity";
    case Vocabulary::position: return "position";
    case Vocabulary::speaker: return "actor";
    case Vocabulary::continuation: return "attribution";
    case Vocabulary::judge: return "judge";
    case Vocabulary::reference: return "kind of mention";
    case Vocabulary::entity_type: return "type of entity";
    case Vocabulary::gender: return "gender";
    case Vocabulary::number: return "number";
    case Vocabulary::person: return "person";
  }
  return "text";
}

}  // namespace claimgraph::rules
