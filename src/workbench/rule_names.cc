#include "claimgraph/workbench/rule_names.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "claimgraph/base/suggest.h"

namespace claimgraph::workbench {
namespace {

bool ends_in(std::string_view whole, std::string_view name) {
  return whole == name || (whole.ends_with(name) && whole[whole.size() - name.size() - 1] == '/');
}

// Whether `part` stands in `name` from the begin of a word on.
bool has_words(std::string_view name, std::string_view part) {
  for (std::size_t at = name.find(part); at != std::string_view::npos; at = name.find(part, at + 1)) {
    if (at == 0 || name[at - 1] == '/' || name[at - 1] == '-') return true;
  }
  return false;
}

// Names that have `part`, a few of them.
std::string names_with(const rules::RuleSet& rules, std::string_view part) {
  constexpr std::size_t kMost = 5;
  std::string out;
  std::size_t count = 0;
  for (const auto& rule : rules.rules) {
    const bool holds = !part.empty() && has_words(rule.name, part);
    if (holds && ++count <= kMost) out += (out.empty() ? "" : ", ") + rule.name;
  }
  return count > kMost ? out + fmt::format(" and {} more", count - kMost) : out;
}

Error unknown(const rules::RuleSet& rules, std::string_view name) {
  std::vector<std::string> known;
  for (const auto& rule : rules.rules) {
    known.push_back(rule.name);
    known.push_back(rule.name.substr(rule.name.rfind('/') + 1));
  }
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  const std::string near = did_you_mean(name, known);
  const std::string like = near.empty() ? names_with(rules, name) : "";
  return {.code = ErrorCode::not_found,
          .message = fmt::format("no rule is called '{}'", name),
          .hint = !near.empty()   ? near
                  : !like.empty() ? "with these words in it: " + like
                                  : "`claimgraph rules list` lists the rules"};
}

}  // namespace

Result<const rules::Rule*> find_rule(const rules::RuleSet& rules, std::string_view name) {
  std::vector<const rules::Rule*> found;
  for (const auto& rule : rules.rules) {
    if (rule.name == name) return &rule;
    if (ends_in(rule.name, name)) found.push_back(&rule);
  }
  if (found.size() == 1) return found.front();
  if (found.empty()) return fail(unknown(rules, name));
  std::string all;
  for (const auto* rule : found) all += (all.empty() ? "" : ", ") + rule->name;
  return fail({.code = ErrorCode::ambiguous,
               .message = fmt::format("{} rules are called '{}'", found.size(), name),
               .hint = "one of " + all});
}

Result<std::vector<const rules::Rule*>> find_rules(const rules::RuleSet& rules, const std::vector<std::string>& names) {
  std::vector<const rules::Rule*> out;
  const auto take = [&](const rules::Rule* rule) {
    if (std::find(out.begin(), out.end(), rule) == out.end()) out.push_back(rule);
  };
  for (const auto& rule : rules.rules) {
    if (names.empty()) take(&rule);
  }
  for (const auto& name : names) {
    const std::size_t before = out.size();
    for (const auto& rule : rules.rules) {
      if (rule.name.starts_with(name + "/")) take(&rule);
    }
    if (out.size() != before) continue;
    const auto one = find_rule(rules, name);
    if (!one) return fail(one.error());
    take(*one);
  }
  std::sort(out.begin(), out.end(), [](const auto* a, const auto* b) {
    return std::tie(a->where.file, a->where.line, a->where.column) <
           std::tie(b->where.file, b->where.line, b->where.column);
  });
  return out;
}

}  // namespace claimgraph::workbench
