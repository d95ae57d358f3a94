#include <memory>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/query/measures.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/print.h"

namespace claimgraph::cli {
namespace {

struct MeasuresOptions {
  std::string store;
  query::Filter filter;
  OutputOptions output;
};

Result<int> run_measures(const MeasuresOptions& options, Terminal& terminal) {
  const auto snapshot = open_snapshot(options.store);
  if (!snapshot) return fail(snapshot.error());
  const auto answer = query::measures(*snapshot, options.filter, options.output.page());
  if (!answer) return fail(answer.error());
  return print(*answer, "entities", "no claims or stances match", options.output, terminal);
}

}  // namespace

void add_measures(CLI::App& command, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<MeasuresOptions>();
  add_store_option(command, options->store);
  add_page_options(command, options->output);
  add_filter_options(command, options->filter);
  add_output_options(command, options->output);
  command.footer("Example:\n  claimgraph measures --since 2025 --limit 10");
  command.callback([options, &runtime] {
    runtime.action = [options, &runtime] { return run_measures(*options, runtime.terminal); };
  });
}

}  // namespace claimgraph::cli
