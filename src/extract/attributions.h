#pragma once

#include <optional>
#include <vector>

#include "claimgraph/base/span.h"
#include "claimgraph/kg/vocabulary.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "claimgraph/rules/rule_set.h"
#include "extract/matches.h"

namespace claimgraph::extract {

class Judge;

// Spans of an attribution: who says (source), the reporting words (cue), what is said (content).
struct Attribution {
  const rules::Rule* rule = nullptr;  // of the rule set
  std::optional<TokenRange> source;
  std::optional<TokenRange> cue;
  std::optional<TokenRange> negation;  // which the rule has seen to
  std::vector<TokenRange> contents;    // in text order, apart from one another, at least one
  bool same_source_as_last = false;    // the source is that of the attribution before it
  kg::Polarity polarity = kg::Polarity::positive;
  kg::Certainty certainty = kg::Certainty::certain;
  std::optional<double> score;  // a judge's; nothing where it knows nothing of the rule
  double confidence = 0.5;      // that it is right: 0 to 1

  // From the first token of all parts to the last.
  TokenRange extent() const;
  bool content_contains(TokenRange tokens) const;
};

// Runs the attribution rules and keeps what `judge` believes and does not contradict (see select()). In text order.
//
// A rule gives captures `source`, `cue`, `content` and `content2`, of which only a content is a must; a capture
// `negation` that matched turns the polarity round. Field `source: previous` takes the source of the attribution before
// it, and with `join: previous` the content goes to that attribution.
std::vector<Attribution> find_attributions(const rules::RuleSet& rules, const nlp::AnnotatedDocument& document,
                                           const pattern::Layer& layer, RuleRunner& runner, const Judge& judge);

}  // namespace claimgraph::extract
