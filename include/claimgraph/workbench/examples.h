#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "claimgraph/extract/attribution_model.h"
#include "claimgraph/nlp/analyser.h"
#include "claimgraph/rules/rule_set.h"

namespace claimgraph::workbench {

// An example that is not as its rule says.
struct FailedExample {
  const rules::Rule* rule = nullptr;
  const rules::Example* example = nullptr;  // of the rule
  std::string text;                         // of the example, in one line
  std::string why;                          // lines, indented by two spaces
};

struct ExamplesReport {
  std::size_t passed = 0;
  std::vector<FailedExample> failed;
  std::vector<const rules::Rule*> without;  // rules with no example that they must match
};

// Tries the examples of `tried`, which are of `rules`: analyses each as a document of its own, labels it as extraction
// with `model` (may be nullptr) does, and runs that rule alone. A match that a discard rule or a scope leaves out is
// none. What is compared is the text that a capture holds, without commas, full stops and the like at its ends, and
// what a field comes to, negation and scopes counted in. REQUIRES: `analyser` builds on the vocabulary of `rules`.
ExamplesReport run_examples(const rules::RuleSet& rules, const extract::AttributionModel* model,
                            const nlp::Analyser& analyser, std::span<const rules::Rule* const> tried);

}  // namespace claimgraph::workbench
