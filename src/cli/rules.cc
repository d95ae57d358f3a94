#include "cli/rules.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace claimgraph::cli {

void add_rules(CLI::App& command, Runtime& runtime) {
  add_rules_check(command, runtime);
  add_rules_schema(command, runtime);
  add_rules_list(command, runtime);
  add_rules_test(command, runtime);
  add_rules_match(command, runtime);
  add_rules_explain(command, runtime);
  add_rules_profile(command, runtime);
  add_rules_coverage(command, runtime);
  add_rules_diff(command, runtime);
  command.require_subcommand(1);
}

}  // namespace claimgraph::cli
