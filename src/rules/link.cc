#include "rules/link.h"

#include <algorithm>
#include <tuple>

namespace claimgraph::rules {
namespace {

bool lies_in(const std::string& rule, const std::string& name) {
  return rule.starts_with(name) && (rule.size() == name.size() || rule[name.size()] == '/');
}

// Whether a discard or scope rule of `target` is for `rule`.
bool is_for(const std::string& target, const Rule& rule) {
  if (target == "attribution" && rule.emits == Emits::attribution) return true;
  if (target == "stance" && rule.emits == Emits::stance) return true;
  const auto& above = rule.labels_above;
  const bool labelled = rule.label == target || std::find(above.begin(), above.end(), target) != above.end();
  return (rule.emits == Emits::mention && labelled) || lies_in(rule.name, target);
}

bool is_for(const std::vector<std::string>& targets, const Rule& rule) {
  return std::any_of(targets.begin(), targets.end(), [&](const auto& target) { return is_for(target, rule); });
}

// `limits` are the places of all discard and scope rules.
void link(Rule& rule, const std::vector<Rule>& rules, const std::vector<std::uint32_t>& limits) {
  const bool says = rule.emits == Emits::attribution || rule.emits == Emits::stance;
  if (!says && rule.emits != Emits::mention) return;
  for (const std::uint32_t i : limits) {
    const Rule& other = rules[i];
    if (other.emits == Emits::discard && is_for(other.of, rule)) rule.limited_by.push_back(i);
    if (other.emits == Emits::scope && says && (other.of.empty() || is_for(other.of, rule))) {
      rule.scoped_by.push_back(i);
    }
  }
}

}  // namespace

int stage_of(Emits emits) {
  switch (emits) {
    case Emits::mention: return 0;
    case Emits::discard: return 0;
    case Emits::scope: return 1;
    case Emits::attribution: return 2;
    case Emits::stance: return 3;
  }
  return 0;
}

void link_rules(std::vector<Rule>& rules, const Interner& vocabulary) {
  std::stable_sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) {
    return std::tuple(stage_of(a.emits), a.priority) < std::tuple(stage_of(b.emits), b.priority);
  });
  std::vector<std::uint32_t> limits;
  for (std::uint32_t i = 0; i < rules.size(); ++i) {
    if (rules[i].emits == Emits::discard || rules[i].emits == Emits::scope) limits.push_back(i);
  }
  for (Rule& rule : rules) {
    link(rule, rules, limits);
    if (rule.emits != Emits::mention) continue;
    const auto& captures = rule.pattern.captures();
    for (std::size_t i = 0; i < captures.size(); ++i) {
      std::string label = rule.label + "." + captures[i];
      if (captures[i] != "mention" && vocabulary.find(label)) rule.parts.push_back({i, std::move(label)});
    }
  }
}

}  // namespace claimgraph::rules
