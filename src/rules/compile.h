#pragma once

#include <span>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/base/interner.h"
#include "claimgraph/pattern/pattern.h"
#include "claimgraph/rules/rule_set.h"
#include "rules/check.h"
#include "rules/parsed_file.h"

namespace claimgraph::rules {

// Compiles the patterns and checks their captures against what the rules emit; the last of a rule's three states. Every
// definition is compiled once by itself too, so that one nobody uses is no dark corner. A finding that several rules
// meet in one definition is given once. Rules with findings are left out.
std::vector<Rule> compile_rules(std::span<const CheckedRule> rules, std::span<const ParsedFile> files,
                                const pattern::Scheme& scheme, Interner& vocabulary, Diagnostics& out);

}  // namespace claimgraph::rules
