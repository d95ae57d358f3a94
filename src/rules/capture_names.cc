#include "rules/capture_names.h"

#include <algorithm>
#include <set>

namespace claimgraph::rules {
namespace {

constexpr std::string_view kWordBytes = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

std::string_view word_at(std::string_view text, std::size_t at) {
  return text.substr(at, std::min(text.find_first_not_of(kWordBytes, at), text.size()) - at);
}

std::size_t skip(std::string_view text, std::size_t at, std::string_view bytes) {
  return std::min(text.find_first_not_of(bytes, at), text.size());
}

// Behind "?", "*", "+" or "{...}", if one stands at `at`.
std::size_t behind_quantity(std::string_view text, std::size_t at) {
  if (at >= text.size()) return at;
  if (text[at] == '{') return skip(text, at + 1, "0123456789, }");
  return text[at] == '?' || text[at] == '*' || text[at] == '+' ? at + 1 : at;
}

// The heads of the clauses of a tree pattern: what stands before '=' outside of all brackets.
void add_clauses(std::string_view text, std::vector<CaptureName>& out) {
  int depth = 0;
  bool negated = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '#') at = std::min(text.find('\n', at), text.size() - 1);
    if (c == '"') at = std::min(text.find('"', at + 1), text.size() - 1);
    if (c == '[' || c == '(' || c == '{') ++depth;
    if (c == ']' || c == ')' || c == '}') --depth;
    const auto word = word_at(text, at);
    if (word.empty()) continue;
    std::size_t end = at + word.size();
    at = end - 1;
    if (depth != 0) continue;
    const bool optional = end < text.size() && (text[end] == '?' || text[end] == '*');
    end = skip(text, behind_quantity(text, end), " \t\r\n");
    if (end < text.size() && text[end] == '=' && !negated) {
      // A part behind the trigger gets a capture of its own.
      out.push_back({.name = std::string(word), .condition = !optional});
      out.push_back({.name = std::string(word) + "2", .condition = true});
    }
    negated = word == "not";
  }
}

void add_groups(std::string_view text, std::vector<CaptureName>& out) {
  for (std::size_t at = text.find("(?<"); at != std::string_view::npos; at = text.find("(?<", at + 3)) {
    if (const auto word = word_at(text, at + 3); !word.empty()) out.push_back({.name = std::string(word)});
  }
}

}  // namespace

std::vector<std::string> names_behind(char sign, std::string_view pattern) {
  std::vector<std::string> out;
  const std::string bytes = std::string(kWordBytes) + "-";
  for (std::size_t at = pattern.find(sign); at != std::string_view::npos; at = pattern.find(sign, at + 1)) {
    const auto end = std::min(pattern.find_first_not_of(bytes, at + 1), pattern.size());
    if (end > at + 1) out.emplace_back(pattern.substr(at + 1, end - at - 1));
  }
  return out;
}

std::vector<CaptureName> capture_names(std::string_view pattern, bool tree, const pattern::Scheme& scheme) {
  std::vector<CaptureName> out;
  if (tree) add_clauses(pattern, out);
  add_groups(pattern, out);
  std::set<std::string> met;
  std::vector<std::string> open = names_behind('$', pattern);
  while (!open.empty()) {
    const std::string name = std::move(open.back());
    open.pop_back();
    const auto definition = scheme.definitions.find(name);
    if (definition == scheme.definitions.end() || !met.insert(name).second) continue;
    add_groups(definition->second.text, out);
    for (auto& deeper : names_behind('$', definition->second.text)) open.push_back(std::move(deeper));
  }
  return out;
}

}  // namespace claimgraph::rules
