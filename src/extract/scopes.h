#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "claimgraph/base/span.h"
#include "claimgraph/kg/vocabulary.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "claimgraph/rules/rule_set.h"
#include "extract/attributions.h"
#include "extract/matches.h"

namespace claimgraph::extract {

// What the scopes around a cue do to it.
struct ScopeEffect {
  std::optional<TokenRange> turned_by;   // polarity and position are turned round, once however many scopes say so
  std::optional<kg::Certainty> at_most;  // the certainty is that or less
  std::optional<TokenRange> lowered_by;  // the words that say so
  // The scope rules behind `turned_by` and `at_most`; nullptr without them.
  const rules::Rule* turning = nullptr;
  const rules::Rule* lowering = nullptr;
};

// What a claim or stance becomes whose words are denied.
kg::Polarity turned(kg::Polarity polarity);
kg::Position turned(kg::Position position);
// Whether a stance that is no more certain is left out.
bool is_too_uncertain(kg::Certainty certainty);

// The scopes of negation, hedges and the like in one document. Immutable.
class Scopes {
 public:
  // Runs the scope rules. O(tokens) for each match besides.
  Scopes(const rules::RuleSet& rules, const nlp::AnnotatedDocument& document, const pattern::Layer& layer,
         RuleRunner& runner);

  // On what `rule` found, by its cue. A scope whose own cue lies in `negation`, which the rule has seen to itself, does
  // not turn it a second time.
  ScopeEffect on(const rules::Rule& rule, TokenRange cue, std::optional<TokenRange> negation) const;
  // On all attributions with a cue; what goes on without one is as certain as what it goes on from.
  void apply_to(std::vector<Attribution>& attributions) const;

 private:
  struct Stretch {
    std::uint32_t rule = 0;
    TokenRange over;
    TokenRange cue;
    bool turns = false;
    std::optional<kg::Certainty> at_most;
  };

  const rules::RuleSet* rules_;  // outlives this
  std::vector<Stretch> all_;
  std::vector<std::vector<std::uint32_t>> covering_;  // of each token; empty without scopes
};

}  // namespace claimgraph::extract
