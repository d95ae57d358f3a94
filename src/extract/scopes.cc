#include "extract/scopes.h"

#include <algorithm>
#include <map>

namespace claimgraph::extract {
namespace {

// The less certain of two.
kg::Certainty lesser(kg::Certainty a, kg::Certainty b) { return std::max(a, b); }

}  // namespace

kg::Polarity turned(kg::Polarity polarity) {
  return polarity == kg::Polarity::positive ? kg::Polarity::negative : kg::Polarity::positive;
}

kg::Position turned(kg::Position position) {
  switch (position) {
    case kg::Position::support: return kg::Position::oppose;
    case kg::Position::oppose: return kg::Position::support;
    case kg::Position::neutral: return kg::Position::neutral;
  }
  return position;
}

bool is_too_uncertain(kg::Certainty certainty) { return certainty >= kg::Certainty::possible; }

Scopes::Scopes(const rules::RuleSet& rules, const nlp::AnnotatedDocument& document, const pattern::Layer& layer,
               RuleRunner& runner)
    : rules_(&rules) {
  for (std::uint32_t number = 0; number < rules.rules.size(); ++number) {
    const rules::Rule& rule = rules.rules[number];
    if (rule.emits != rules::Emits::scope) continue;
    runner.run(rule, document, layer, [&](const RuleMatchView& found) {
      const auto over = found.capture("over");
      const auto cue = found.capture("cue");
      if (!over || !cue) return;
      const auto polarity = kg::parse<kg::Polarity>(field_text(found, "polarity", document, layer));
      all_.push_back({.rule = number,
                      .over = *over,
                      .cue = *cue,
                      .turns = polarity == kg::Polarity::negative,
                      .at_most = kg::parse<kg::Certainty>(field_text(found, "certainty", document, layer))});
    });
  }
  if (all_.empty()) return;
  covering_.resize(document.size());
  for (std::uint32_t i = 0; i < all_.size(); ++i) {
    for (std::uint32_t token = all_[i].over.begin; token < all_[i].over.end; ++token) covering_[token].push_back(i);
  }
}

ScopeEffect Scopes::on(const rules::Rule& rule, TokenRange cue, std::optional<TokenRange> negation) const {
  ScopeEffect out;
  if (covering_.empty() || cue.empty()) return out;
  for (const std::uint32_t number : covering_[cue.begin]) {
    const Stretch& stretch = all_[number];
    const auto& by = rule.scoped_by;
    if (!stretch.over.contains(cue) || !std::binary_search(by.begin(), by.end(), stretch.rule)) continue;
    const bool seen_to = negation && negation->overlaps(stretch.cue);
    const rules::Rule* scope = &rules_->rules[stretch.rule];
    if (stretch.turns && !seen_to && !out.turned_by) out.turned_by = stretch.cue, out.turning = scope;
    if (!stretch.at_most || (out.at_most && *out.at_most >= *stretch.at_most)) continue;
    out.at_most = stretch.at_most;
    out.lowered_by = stretch.cue;
    out.lowering = scope;
  }
  return out;
}

void Scopes::apply_to(std::vector<Attribution>& attributions) const {
  if (all_.empty()) return;
  std::map<TokenRange, kg::Certainty> last;  // of each source
  for (Attribution& attribution : attributions) {
    if (attribution.cue) {
      const ScopeEffect effect = on(*attribution.rule, *attribution.cue, attribution.negation);
      if (effect.turned_by) attribution.polarity = turned(attribution.polarity);
      if (effect.at_most) attribution.certainty = lesser(attribution.certainty, *effect.at_most);
      if (attribution.source) last[*attribution.source] = attribution.certainty;
    } else if (attribution.same_source_as_last && attribution.source && last.contains(*attribution.source)) {
      attribution.certainty = last[*attribution.source];
    }
  }
}

}  // namespace claimgraph::extract
