#include <memory>

#include <fmt/format.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/query/query.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/print.h"

namespace claimgraph::cli {
namespace {

struct PathCommandOptions {
  std::string store;
  query::PathQuery query;
  OutputOptions output;
};

Result<int> run_path(const PathCommandOptions& options, Terminal& terminal) {
  const auto snapshot = open_snapshot(options.store);
  if (!snapshot) return fail(snapshot.error());
  const auto answer = query::path(*snapshot, options.query);
  if (!answer) return fail(answer.error());
  const std::string nothing = fmt::format("no path leads from '{}' to '{}'", options.query.from, options.query.to);
  return print(*answer, "edges", nothing, options.output, terminal);
}

}  // namespace

void add_path(CLI::App& command, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<PathCommandOptions>();
  auto& query = options->query;
  add_store_option(command, options->store);
  command.add_option("FROM", query.from, "where it starts")->required();
  command.add_option("TO", query.to, "where it ends")->required();
  command.add_option("--most", query.options.most, "paths to show, the shortest first (else 1)")
      ->check(check_count)
      ->type_name("K");
  add_choice(command, "--by", "what makes a path short: few hops or strong edges (else hops)", {"hops", "weight"},
             [&query](std::size_t i) { query.options.by = static_cast<graph::Length>(i); });
  command.add_flag("--directed", query.options.directed, "follow edges from source to target only");
  add_kind_option(command, query.options.kinds);
  add_filter_options(command, query.filter);
  add_output_options(command, options->output);
  command.footer(
      "Example:\n  claimgraph path \"Sergey Lavrov\" \"European Commission\" --most 3 --kind support,oppose");
  command.callback(
      [options, &runtime] { runtime.action = [options, &runtime] { return run_path(*options, runtime.terminal); }; });
}

}  // namespace claimgraph::cli
