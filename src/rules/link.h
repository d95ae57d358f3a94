#pragma once

#include <vector>

#include "claimgraph/base/interner.h"
#include "claimgraph/rules/rule_set.h"

namespace claimgraph::rules {

// Puts rules in the order they run in, and says of each which discards and scopes are for it and which of its captures
// get a label of their own: those of which some pattern speaks, so that `vocabulary` knows the label.
void link_rules(std::vector<Rule>& rules, const Interner& vocabulary);

// The stage a rule runs in, from 0.
int stage_of(Emits emits);

}  // namespace claimgraph::rules
