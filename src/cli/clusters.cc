#include <memory>
#include <string>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/query/query.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/print.h"

namespace claimgraph::cli {
namespace {

struct ClustersOptions {
  std::string store;
  query::Filter filter;
  graph::ClusterOptions clusters;
  std::string with;
  bool components = false;
  OutputOptions output;
};

Result<int> run_clusters(const ClustersOptions& options, Terminal& terminal) {
  const auto snapshot = open_snapshot(options.store);
  if (!snapshot) return fail(snapshot.error());
  if (!options.with.empty()) {
    const auto companions = query::companions(*snapshot, options.with, options.filter, options.clusters);
    if (!companions) return fail(companions.error());
    return print(*companions, "entities", "nobody stands with it in any search", options.output, terminal);
  }
  if (options.components) {
    const auto components = query::components(*snapshot, options.filter);
    if (!components) return fail(components.error());
    return print(*components, "entities", "no components: nobody is linked to anybody here", options.output, terminal);
  }
  const auto answer = query::clusters(*snapshot, options.filter, options.clusters);
  if (!answer) return fail(answer.error());
  return print(*answer, "entities", "no clusters: nobody supports or opposes anything here", options.output, terminal);
}

}  // namespace

void add_clusters(CLI::App& command, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<ClustersOptions>();
  add_store_option(command, options->store);
  command.add_option("--resolution", options->clusters.resolution, "above 1: more, smaller clusters (else 1)")
      ->check(check_positive)
      ->type_name("X");
  command.add_option("--seed", options->clusters.seed, "where the search starts (else 1)")
      ->check(check_count)
      ->type_name("N");
  command.add_option("--runs", options->clusters.runs, "searches to compare (else 10)")
      ->check(check_positive)
      ->type_name("N");
  command.add_flag("--consensus", options->clusters.consensus, "what most searches agree on (else the best one)");
  command.add_option("--with", options->with, "who stands with this one, and in which share of the searches")
      ->type_name("NAME");
  command
      .add_flag("--components", options->components,
                "instead: who is linked at all, by claims and stances of any kind and over any number of others")
      ->excludes("--resolution", "--seed", "--runs", "--consensus", "--with");
  add_filter_options(command, options->filter);
  add_output_options(command, options->output);
  command.footer("Example:\n  claimgraph clusters --since 2025 --min-confidence 0.7");
  command.callback([options, &runtime] {
    runtime.action = [options, &runtime] { return run_clusters(*options, runtime.terminal); };
  });
}

}  // namespace claimgraph::cli
