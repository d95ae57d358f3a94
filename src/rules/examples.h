#pragma once

#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/pattern/pattern.h"
#include "claimgraph/rules/rule_set.h"
#include "rules/check.h"
#include "rules/yaml_tree.h"

// The examples that a rule carries.
namespace claimgraph::rules {

// Reads the value of a rule's key `examples`. What has a finding is left out.
std::vector<Example> parse_examples(const Node& node, Diagnostics& out);

// A finding for each part that is neither a capture of the pattern nor a field, and for each value a field never has.
void check_examples(const CheckedRule& rule, const pattern::Pattern& pattern, Diagnostics& out);

}  // namespace claimgraph::rules
