#pragma once

#include <functional>
#include <vector>

#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "claimgraph/rules/rule_set.h"
#include "extract/attributions.h"
#include "extract/matches.h"

namespace claimgraph::extract {

// What the attribution rules propose, before it is decided which proposals to believe.
struct Candidates {
  std::vector<Attribution> sourced;   // in the order of the rules, those of one rule in text order
  std::vector<Attribution> floating;  // with the source of the attribution before them; in text order
};

// Whether matches of the rule are nothing but proposals to a judge that knows it: field `needs: model`.
bool needs_model(const rules::Rule& rule);

// Runs those attribution rules that `wanted` wants. Contents are trimmed and grown to whole quotations.
Candidates find_candidates(const rules::RuleSet& rules, const nlp::AnnotatedDocument& document,
                           const pattern::Layer& layer, RuleRunner& runner,
                           const std::function<bool(const rules::Rule&)>& wanted);

}  // namespace claimgraph::extract
