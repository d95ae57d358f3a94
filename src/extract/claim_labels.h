#pragma once

#include <vector>

#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "claimgraph/rules/rule_set.h"
#include "extract/attributions.h"

namespace claimgraph::extract {

// Whether some rule speaks of claims by their labels.
bool speaks_of_claims(const rules::RuleSet& rules);

// Labels what attributions found, for stance rules: `Claim` from the first token of all parts to the last, and
// `Claim.source`, `Claim.cue` and `Claim.content`, each with features `certainty` and `polarity`. Only labels that some
// rule speaks of.
void add_claim_labels(const rules::RuleSet& rules, const std::vector<Attribution>& attributions,
                      nlp::AnnotatedDocument& document, pattern::Layer& layer);

}  // namespace claimgraph::extract
