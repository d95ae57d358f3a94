#include "claimgraph/rules/schema.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "cli/rules.h"

namespace claimgraph::cli {

void add_rules_schema(CLI::App& rules, Runtime& runtime) {
  auto& schema = *rules.add_subcommand("schema", "print a JSON Schema of rule files, for editors");
  schema.callback([&runtime] {
    runtime.action = [&runtime]() -> Result<int> {
      const auto written = runtime.terminal.write(rules::json_schema());
      if (!written) return fail(written.error());
      return 0;
    };
  });
}

}  // namespace claimgraph::cli
