#pragma once

#include <span>
#include <string>
#include <string_view>

// How the names in rule files are spelled, and how findings say that one is not.
namespace claimgraph::rules {

// A letter or '_', then letters, digits and '_': lexicons and labels.
bool is_identifier(std::string_view text);
// An identifier that may have '-' within: definitions.
bool is_definition_name(std::string_view text);
// Lower-case letters, digits and '_', a letter first: features and captures.
bool is_feature_name(std::string_view text);
// Lower-case letters, digits, '-' and '_', a letter or digit first.
bool is_rule_name(std::string_view text);
// Rule names apart by '/'.
bool is_namespace(std::string_view text);

// "did you mean 'a'?" when one is near; else "one of a, b, c" while that is short; else nothing.
std::string suggest(std::string_view written, std::span<const std::string> known);

}  // namespace claimgraph::rules
