#include "rules/spelling.h"

#include <algorithm>

#include "claimgraph/base/suggest.h"

namespace claimgraph::rules {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool is_identifier(std::string_view text) {
  if (text.empty() || is_digit(text.front())) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '_'; });
}

bool is_definition_name(std::string_view text) {
  std::string without_hyphens(text);
  std::replace(without_hyphens.begin(), without_hyphens.end(), '-', '_');
  return is_identifier(without_hyphens) && text.front() != '-' && text.back() != '-';
}

bool is_feature_name(std::string_view text) {
  if (text.empty() || !is_lower(text.front())) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return is_lower(c) || is_digit(c) || c == '_'; });
}

bool is_rule_name(std::string_view text) {
  if (text.empty() || text.front() == '-' || text.front() == '_') return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return is_lower(c) || is_digit(c) || c == '-' || c == '_'; });
}

bool is_namespace(std::string_view text) {
  while (true) {
    const std::size_t slash = std::min(text.find('/'), text.size());
    if (!is_rule_name(text.substr(0, slash))) return false;
    if (slash == text.size()) return true;
    text.remove_prefix(slash + 1);
  }
}

std::string suggest(std::string_view written, std::span<const std::string> known) {
  constexpr std::size_t kMostListed = 10;
  const std::string near = did_you_mean(written, known);
  if (!near.empty() || known.empty() || known.size() > kMostListed) return near;
  std::string out = known.size() == 1 ? "" : "one of ";
  for (const auto& name : known) out += (&name == &known.front() ? "" : ", ") + name;
  return known.size() == 1 ? "it can be " + out : out;
}

}  // namespace claimgraph::rules
