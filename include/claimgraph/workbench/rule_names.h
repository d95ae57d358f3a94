#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/rules/rule_set.h"

namespace claimgraph::workbench {

// The rule that a person means by `name`: its whole name, or the end of it behind a '/' where only one rule ends so.
// Fails with not_found or ambiguous. Lives as long as `rules`.
Result<const rules::Rule*> find_rule(const rules::RuleSet& rules, std::string_view name);

// The rules that a person means by each of `names`, where the name of a namespace means all in it; all rules when
// there are no names. Each once, in the order of their files and lines.
Result<std::vector<const rules::Rule*>> find_rules(const rules::RuleSet& rules, const std::vector<std::string>& names);

}  // namespace claimgraph::workbench
