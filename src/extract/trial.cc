#include "claimgraph/extract/trial.h"

#include <algorithm>
#include <utility>

#include "claimgraph/kg/vocabulary.h"
#include "extract/attributions.h"
#include "extract/claim_labels.h"
#include "extract/discards.h"
#include "extract/judge.h"
#include "extract/matches.h"
#include "extract/mentions.h"
#include "extract/scopes.h"
#include "extract/windows.h"

namespace claimgraph::extract {
namespace {

bool is_found_in_scopes(const rules::Rule& rule) {
  return rule.emits == rules::Emits::attribution || rule.emits == rules::Emits::stance;
}

// What a field of a claim is that neither the rule nor the text gives.
std::string_view by_default(rules::Emits emits, std::string_view field) {
  if (emits != rules::Emits::attribution) return {};
  if (field == "certainty") return "certain";
  return field == "polarity" ? "positive" : "";
}

// The polarity or position where the words are denied; other texts as they are.
std::string turned(const std::string& value) {
  if (const auto polarity = kg::parse<kg::Polarity>(value)) return std::string(kg::spell(extract::turned(*polarity)));
  if (const auto position = kg::parse<kg::Position>(value)) return std::string(kg::spell(extract::turned(*position)));
  return value;
}

ScopeEffect effect_on(const Scopes& scopes, const RuleMatchView& found) {
  return is_found_in_scopes(found.rule) ? scopes.on(found.rule, found.telling(), found.capture("negation"))
                                        : ScopeEffect();
}

}  // namespace

// What has a hand in the matches of a rule.
struct Trial::Others {
  const rules::RuleSet& rules;
  Discards discards;
  Scopes scopes;
};

Trial::Trial(const rules::RuleSet& rules, nlp::AnnotatedDocument document, const TrialOptions& options)
    : document_(std::move(document)), layer_(document_.size()) {
  RuleRunner runner;
  const rules::Rule* before = options.before;
  add_given_labels(rules, document_, layer_);
  run_mention_rules(rules, document_, runner, layer_, before);
  others_.reset(new Others{rules, runner.discards(), Scopes(rules, document_, layer_, runner)});
  const bool sees_claims = before == nullptr || before->emits == rules::Emits::stance;
  if (!sees_claims || !speaks_of_claims(rules)) return;
  auto attributions = find_attributions(rules, document_, layer_, runner, Judge(rules, options.model));
  others_->scopes.apply_to(attributions);
  add_claim_labels(rules, attributions, document_, layer_);
}

Trial::Trial(Trial&&) noexcept = default;
Trial& Trial::operator=(Trial&&) noexcept = default;
Trial::~Trial() = default;

std::vector<pattern::Match> Trial::matches(const rules::Rule& rule) const {
  std::vector<pattern::Match> out;
  RuleRunner runner;
  runner.run(rule, document_, layer_, [&](const RuleMatchView& found) { out.push_back(found.match); });
  return out;
}

std::optional<Intervention> Trial::left_out(const rules::Rule& rule, const pattern::Match& match) const {
  const RuleMatchView found{.rule = rule, .match = match};
  // Which of these words a discard rule has matched is not kept, only that it has some.
  if (const auto by = others_->discards.left_out_by(rule, found.telling())) {
    return Intervention{.rule = &others_->rules.rules[*by], .words = found.telling()};
  }
  if (rule.emits != rules::Emits::stance) return std::nullopt;
  const ScopeEffect effect = effect_on(others_->scopes, found);
  if (!effect.at_most || !is_too_uncertain(*effect.at_most)) return std::nullopt;
  return Intervention{.rule = effect.lowering, .words = *effect.lowered_by};
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
  if (out.text.empty() || !is_found_in_scopes(rule)) return out;
  const ScopeEffect effect = effect_on(others_->scopes, found);
  if (name == "polarity" || name == "position") {
    if (found.capture("negation")) out.text = turned(out.text);
    if (!effect.turned_by) return out;
    out.text = turned(out.text);
    out.scope = Intervention{.rule = effect.turning, .words = *effect.turned_by};
  }
  const auto certainty = kg::parse<kg::Certainty>(out.text);
  if (name == "certainty" && certainty && effect.at_most && *effect.at_most > *certainty) {
    out.text = kg::spell(*effect.at_most);
    out.scope = Intervention{.rule = effect.lowering, .words = *effect.lowered_by};
  }
  return out;
}

}  // namespace claimgraph::extract
