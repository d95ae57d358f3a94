#include "extract/stances.h"

#include <algorithm>

namespace claimgraph::extract {
namespace {

TokenRange joined(TokenRange a, TokenRange b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

bool same_stance(const kg::Stance& a, const kg::Stance& b) {
  return a.actor == b.actor && a.target == b.target && a.position == b.position && a.according_to == b.according_to &&
         a.evidence_spans.front().overlaps(b.evidence_spans.front());
}

// Keeps the most confident of findings of the same stance whose evidence overlaps. REQUIRES: sorted by evidence.
std::vector<kg::Stance> without_doubles(std::vector<kg::Stance> stances) {
  std::vector<kg::Stance> out;
  for (kg::Stance& stance : stances) {
    constexpr std::ptrdiff_t kNear = 16;  // stances that evidence may overlap with
    const auto from = out.size() > kNear ? out.end() - kNear : out.begin();
    const auto same =
        std::find_if(from, out.end(), [&](const kg::Stance& other) { return same_stance(other, stance); });
    if (same == out.end()) {
      out.push_back(std::move(stance));
    } else if (stance.confidence > same->confidence) {
      *same = std::move(stance);
    }
  }
  return out;
}

// What is left when rules whose overlap is `first` or `longest` have given way to others: by evidence that overlaps
// theirs and was found before, or is longer.
std::vector<StanceFinding> without_outdone(std::vector<StanceFinding> findings, std::size_t tokens) {
  const bool any = std::any_of(findings.begin(), findings.end(),
                               [](const auto& f) { return f.rule->overlap != rules::Overlap::all; });
  if (!any) return findings;
  std::vector<std::uint32_t> longest(tokens, 0);  // evidence that each token lies in
  std::vector<bool> taken(tokens, false);         // by what is kept
  for (const StanceFinding& finding : findings) {
    for (std::uint32_t t = finding.evidence.begin; t < finding.evidence.end; ++t) {
      longest[t] = std::max(longest[t], finding.evidence.size());
    }
  }
  std::vector<StanceFinding> out;
  for (const StanceFinding& finding : findings) {
    const auto from = finding.evidence.begin, to = finding.evidence.end;
    const bool outdone = std::any_of(longest.begin() + from, longest.begin() + to,
                                     [&](std::uint32_t size) { return size > finding.evidence.size(); });
    const bool behind = std::find(taken.begin() + from, taken.begin() + to, true) != taken.begin() + to;
    const rules::Overlap overlap = finding.rule->overlap;
    if (overlap != rules::Overlap::all && behind) continue;
    if (overlap == rules::Overlap::longest && outdone) continue;
    std::fill(taken.begin() + from, taken.begin() + to, true);
    out.push_back(finding);
  }
  return out;
}

}  // namespace

std::vector<StanceFinding> find_stances(const rules::RuleSet& rules, const nlp::AnnotatedDocument& document,
                                        const pattern::Layer& layer, const Scopes& scopes, RuleRunner& runner,
                                        MentionTable& mentions) {
  std::vector<StanceFinding> out;
  for (const auto& rule : rules.rules) {
    if (rule.emits != rules::Emits::stance) continue;
    runner.run(rule, document, layer, [&](const RuleMatchView& found) {
      const auto negation = found.capture("negation");
      const ScopeEffect effect = scopes.on(found.rule, found.telling(), negation);
      if (effect.at_most && is_too_uncertain(*effect.at_most)) return;
      const auto position = kg::parse<kg::Position>(field_text(found, "position", document, layer));
      const auto target_words = found.capture("target");
      const auto target = target_words ? mentions.refer_to_topic(*target_words) : std::nullopt;
      if (!position || !target) return;
      StanceFinding finding{.rule = &found.rule, .target = *target, .position = *position};
      if (const auto actor = found.capture("actor")) finding.actor = mentions.refer(*actor);
      const auto speaker = field_text(found, "actor", document, layer);
      finding.actor_is_source = speaker == "source";
      if (!finding.actor && speaker.empty()) return;
      if (negation.has_value() != effect.turned_by.has_value()) finding.position = turned(finding.position);
      finding.evidence = found.capture_or_all("evidence");
      if (effect.turned_by) finding.evidence = joined(finding.evidence, *effect.turned_by);
      out.push_back(finding);
    });
  }
  return without_outdone(std::move(out), document.size());
}

std::vector<kg::Stance> make_stances(const nlp::AnnotatedDocument& document, const std::vector<StanceFinding>& findings,
                                     const std::vector<kg::Claim>& claims, const Entities& entities,
                                     const Nesting& nesting) {
  std::vector<kg::Stance> out;
  for (const StanceFinding& finding : findings) {
    const auto claim = nesting.at(finding.evidence.end - 1);
    const kg::Claim* within = claim ? &claims[static_cast<std::size_t>(*claim)] : nullptr;
    // "She does not back the deal" is a denied claim about the deal and a stance that its own words turn round; only
    // what lies in the denied content altogether is denied.
    const bool denied = within != nullptr && within->polarity == kg::Polarity::negative;
    if (denied && nesting.at(finding.evidence.begin) == claim) continue;
    const auto target = entities.of_mention[finding.target];
    std::optional<kg::EntityIndex> actor;
    if (finding.actor) actor = entities.of_mention[*finding.actor];
    if (finding.actor_is_source && within != nullptr) actor = within->source;
    const bool nobody = (finding.actor && !actor) || (finding.actor_is_source && within != nullptr && !actor);
    if (!target || nobody || actor == target) continue;
    out.push_back({.actor = actor,
                   .position = finding.position,
                   .target = *target,
                   .according_to = within != nullptr ? within->source : std::nullopt,
                   .claim = claim,
                   .evidence_spans = {document.bytes(finding.evidence)},
                   .rule = finding.rule->name,
                   .confidence = finding.rule->weighted_confidence()});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.evidence_spans.front() < b.evidence_spans.front(); });
  return without_doubles(std::move(out));
}

}  // namespace claimgraph::extract
