#pragma once

#include <span>
#include <vector>

#include "claimgraph/extract/extractor.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/rules/rule_set.h"

namespace claimgraph::workbench {

// What each rule of `rules`, in their order, costs and finds in `document`, as extraction with `model` (may be nullptr)
// runs them.
std::vector<extract::RuleWork> profile(const rules::RuleSet& rules, const extract::AttributionModel* model,
                                       nlp::AnnotatedDocument document);

// Adds the work of one document to that of all. REQUIRES: both have a place a rule; or `all` is empty.
void add(std::vector<extract::RuleWork>& all, std::span<const extract::RuleWork> one);

}  // namespace claimgraph::workbench
