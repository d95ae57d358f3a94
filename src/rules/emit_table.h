#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/rules/rule_set.h"

namespace claimgraph::rules {

// What a field's value may be.
enum class Vocabulary {
  any,
  certainty,
  polarity,
  position,
  speaker,
  continuation,
  judge,
  reference,
  entity_type,
  gender,
  number,
  person,
  targets,  // what a discard or scope rule is for: stages, labels, rules, namespaces; one or a list
};

struct FieldSpec {
  std::string_view name;
  Vocabulary values = Vocabulary::any;
  bool required = false;
  bool literal_only = false;
  std::string_view about = {};  // one clause, for people
};

// A capture that means something to a kind. The pattern must have it unless it is optional or the field `or_field` is
// given.
struct CaptureSpec {
  std::string_view name;
  std::string_view or_field = {};
  bool optional = false;
};

// What a rule of one kind may and must say.
struct EmitSpec {
  std::string_view kind;
  Emits emits = Emits::mention;
  std::span<const FieldSpec> fields;
  std::span<const CaptureSpec> captures;
  bool takes_features = false;  // any other field is a feature of the stretch
  std::string_view noun = {};   // "an attribution"
};

// All there is to say of the kinds; nothing when `kind` is none of them.
const EmitSpec* find_emit_spec(std::string_view kind);
const EmitSpec& emit_spec(Emits emits);
std::vector<std::string> emit_kinds();

const FieldSpec* find_field(const EmitSpec& spec, std::string_view name);
std::vector<std::string> field_names(const EmitSpec& spec);

// The spellings a vocabulary has; none for Vocabulary::any, which takes every text.
std::vector<std::string> spellings(Vocabulary vocabulary);
// How findings name the vocabulary: "certainty".
std::string_view name_of(Vocabulary vocabulary);

}  // namespace claimgraph::rules
