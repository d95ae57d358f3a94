#include <memory>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/query/network.h"
#include "cli/command.h"
#include "cli/network_options.h"
#include "cli/options.h"
#include "cli/print.h"

namespace claimgraph::cli {
namespace {

struct NetworkCommandOptions {
  std::string store;
  query::NetworkQuery query;
  OutputOptions output;
};

Result<int> run_network(const NetworkCommandOptions& options, Terminal& terminal) {
  query::NetworkQuery query = options.query;
  query.page = options.output.page();
  const auto snapshot = open_snapshot(options.store);
  if (!snapshot) return fail(snapshot.error());
  const auto answer = query::network(*snapshot, query);
  if (!answer) return fail(answer.error());
  return print(*answer, "ties", "no two are tied: nobody supports or opposes what another does", options.output,
               terminal);
}

}  // namespace

void add_network(CLI::App& command, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<NetworkCommandOptions>();
  add_store_option(command, options->store);
  add_choice(command, "--mode", "what ties them (else congruence)", network_modes(),
             [query = &options->query](std::size_t i) { query->options.mode = static_cast<graph::NetworkMode>(i); });
  add_network_options(command, options->query.options);
  add_page_options(command, options->output);
  add_filter_options(command, options->query.filter);
  add_output_options(command, options->output);
  command.footer("Example:\n  claimgraph network --mode subtract --normalise average --repeats once");
  command.callback([options, &runtime] {
    runtime.action = [options, &runtime] { return run_network(*options, runtime.terminal); };
  });
}

}  // namespace claimgraph::cli
