#include <memory>
#include <string>
#include <vector>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/exporters/table.h"
#include "claimgraph/workbench/rule_names.h"
#include "cli/corpus.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/reading_options.h"
#include "cli/rules.h"

namespace claimgraph::cli {
namespace {

struct ListOptions {
  std::string folder;
  std::vector<std::string> names;
  OutputOptions output;
};

exporters::Table table_of(const std::vector<const rules::Rule*>& listed, const ListOptions& options) {
  const bool for_reading = options.output.format == Format::table;
  constexpr const char* kKinds[] = {"mention", "discard", "scope", "attribution", "stance"};
  exporters::Table out{.columns = {{"rule"}, {"kind"}, {"priority"}, {"confidence"}, {"examples"}, {"place", true}},
                       .rows = {}};
  for (const auto* rule : listed) {
    out.rows.push_back({rule->name, std::string(kKinds[static_cast<std::size_t>(rule->emits)]),
                        std::int64_t{rule->priority}, rule->confidence, std::uint64_t{rule->examples.size()},
                        for_reading ? dump_below(options.folder, rule->where) : dump(rule->where)});
  }
  return out;
}

Result<int> run_list(const ListOptions& options, Terminal& terminal) {
  const auto rules = load_rules(options.folder, terminal);
  if (!rules) return fail(rules.error());
  const auto listed = workbench::find_rules(*rules, options.names);
  if (!listed) return fail(listed.error());
  return print_table(table_of(*listed, options), options.output, terminal);
}

}  // namespace

void add_rules_list(CLI::App& rules, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<ListOptions>();
  auto& list = *rules.add_subcommand("list", "the rules, in the order of their files");
  list.add_option("RULE", options->names, "rules or namespaces (else all)");
  add_rules_option(list, options->folder);
  add_output_options(list, options->output);
  list.footer("Example:\n  claimgraph rules list en/stance");
  list.callback(
      [options, &runtime] { runtime.action = [options, &runtime] { return run_list(*options, runtime.terminal); }; });
}

}  // namespace claimgraph::cli
