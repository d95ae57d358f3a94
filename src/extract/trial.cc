#include "claimgraph/extract/trial.h"

#include <algorithm>
#include <utility>

#include "claimgraph/kg/vocabulary.h"
#include "extract/attributions.h"
#include "extract/claim_labels.h"
#include "extract/judge.h"
#include "extract/matches.h"
#include "extract/mentions.h"
#include "extract/scopes.h"
#include "extract/windows.h"

namespace claimgraph::extract {
namespace {

// What the field comes to where the words are denied.
std::string turned(std::string_view field, const std::string& value) {
  if (field == "polarity") return value == "negative" ? "positive" : "negative";
  if (field != "position" || value == "neutral") return value;
  return value == "support" ? "oppose" : "support";
}

// What a field is that neither the rule nor the text gives.
std::string_view by_default(rules::Emits emits, std::string_view field) {
  if (emits != rules::Emits::attribution) return {};
  if (field == "certainty") return "certain";
  return field == "polarity" ? "positive" : "";
}

}  // namespace

Trial::Trial(const rules::RuleSet& rules, nlp::AnnotatedDocument document, const rules::Rule* before)
    : document_(std::move(document)), layer_(document_.size()) {
  RuleRunner runner;
  add_given_labels(rules, document_, layer_);
  run_mention_rules(rules, document_, runner, layer_, before);
  const bool sees_claims = before == nullptr || before->emits == rules::Emits::stance;
  if (!sees_claims || !speaks_of_claims(rules)) return;
  const Scopes scopes(rules, document_, layer_, runner);
  auto attributions = find_attributions(rules, document_, layer_, runner, Judge(rules, nullptr));
  scopes.apply_to(attributions);
  add_claim_labels(rules, attributions, document_, layer_);
}

std::vector<pattern::Match> Trial::matches(const rules::Rule& rule) const {
  std::vector<pattern::Match> out;
  RuleRunner runner;
  runner.run(rule, document_, layer_, [&](const RuleMatchView& found) { out.push_back(found.match); });
  return out;
}

std::vector<WindowTrace> Trial::trace(const rules::Rule& rule, std::optional<TokenRange> within) const {
  std::vector<WindowTrace> out;
  std::vector<TokenRange> windows;
  find_windows(rule, document_, layer_, windows);
  for (const TokenRange window : windows) {
    if (within && !within->overlaps(window)) continue;
    out.push_back({.window = window, .trace = pattern::trace(rule.pattern, document_, layer_, window)});
  }
  return out;
}

FieldValue Trial::field(const rules::Rule& rule, const pattern::Match& match, std::string_view name) const {
  const RuleMatchView found{.rule = rule, .match = match};
  FieldValue out{.text = std::string(field_text(found, name, document_, layer_))};
  const rules::Value* value = rule.field(name);
  if (value != nullptr && !value->capture.empty()) {
    const auto tokens = found.capture(value->capture);
    const auto feature = document_.symbols.find(value->feature);
    if (tokens && feature) out.stretch = layer_.widest_with(*tokens, *feature);
  }
  if (out.text.empty()) out.text = by_default(rule.emits, name);
  const bool turns = name == "polarity" || name == "position";
  if (turns && !out.text.empty() && found.capture("negation")) out.text = turned(name, out.text);
  return out;
}

}  // namespace claimgraph::extract
