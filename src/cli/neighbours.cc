#include <memory>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/query/query.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/print.h"

namespace claimgraph::cli {
namespace {

struct NeighboursOptions {
  std::string store;
  query::NeighbourQuery query;
  OutputOptions output;
};

Result<int> run_neighbours(const NeighboursOptions& options, Terminal& terminal) {
  query::NeighbourQuery query = options.query;
  query.page = options.output.page();
  const auto snapshot = open_snapshot(options.store);
  if (!snapshot) return fail(snapshot.error());
  const auto answer = query::neighbours(*snapshot, query);
  if (!answer) return fail(answer.error());
  return print(*answer, "edges", "no edges match", options.output, terminal);
}

}  // namespace

void add_neighbours(CLI::App& command, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<NeighboursOptions>();
  add_store_option(command, options->store);
  command.add_option("NAME", options->query.name, "whose neighbours")->required();
  add_page_options(command, options->output);
  add_kind_option(command, options->query.kinds);
  add_filter_options(command, options->query.filter);
  add_output_options(command, options->output);
  command.footer("Example:\n  claimgraph neighbours \"European Commission\" --kind support,oppose");
  command.callback([options, &runtime] {
    runtime.action = [options, &runtime] { return run_neighbours(*options, runtime.terminal); };
  });
}

}  // namespace claimgraph::cli
