#pragma once

#include "cli/command.h"

// The commands of `claimgraph rules`, one file each; as add_…() of command.h, but `rules` is the command they belong
// to.
namespace claimgraph::cli {

void add_rules_check(CLI::App& rules, Runtime& runtime);
void add_rules_coverage(CLI::App& rules, Runtime& runtime);
void add_rules_diff(CLI::App& rules, Runtime& runtime);
void add_rules_explain(CLI::App& rules, Runtime& runtime);
void add_rules_list(CLI::App& rules, Runtime& runtime);
void add_rules_match(CLI::App& rules, Runtime& runtime);
void add_rules_profile(CLI::App& rules, Runtime& runtime);
void add_rules_schema(CLI::App& rules, Runtime& runtime);
void add_rules_test(CLI::App& rules, Runtime& runtime);

}  // namespace claimgraph::cli
