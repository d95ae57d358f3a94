#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "claimgraph/nlp/analyser.h"
#include "claimgraph/rules/rule_set.h"

namespace claimgraph::workbench {

// An example that is not as its rule says.
struct FailedExample {
  const rules::Rule* rule = nullptr;
  const rules::Example* example = nullptr;  // of the rule
  std::string why;                          // lines, indented by two spaces
};

struct ExamplesReport {
  std::size_t passed = 0;
  std::vector<FailedExample> failed;
  std::size_t without = 0;  // rules that have no example
};

// Tries the examples of `tried`, which are of `rules`: analyses each text as a document of its own, labels it as
// extraction does, and runs that rule alone. What is compared is the text that a capture holds, without commas, full
// stops and the like at its ends, and what a field comes to, negation counted in. REQUIRES: `analyser` builds on the
// vocabulary of `rules`.
ExamplesReport run_examples(const rules::RuleSet& rules, const nlp::Analyser& analyser,
                            std::span<const rules::Rule* const> tried);

}  // namespace claimgraph::workbench
