#include <memory>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/query/timeline.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/print.h"

namespace claimgraph::cli {
namespace {

struct TimelineOptions {
  std::string store;
  query::TimelineQuery query;
  OutputOptions output;
};

Result<int> run_timeline(const TimelineOptions& options, Terminal& terminal) {
  const auto snapshot = open_snapshot(options.store);
  if (!snapshot) return fail(snapshot.error());
  const auto answer = query::timeline(*snapshot, options.query);
  if (!answer) return fail(answer.error());
  return print(*answer, "periods", "no claims or stances match", options.output, terminal);
}

}  // namespace

void add_timeline(CLI::App& command, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<TimelineOptions>();
  add_store_option(command, options->store);
  command.add_option("--actor", options->query.actor, "who speaks or takes a stance")->type_name("NAME");
  command.add_option("--target", options->query.target, "whom or what it is about")->type_name("NAME");
  add_choice(command, "--by", "how long a period is (else month)", {"day", "week", "month", "year"},
             [query = &options->query](std::size_t i) { query->by = static_cast<query::Period>(i); });
  add_filter_options(command, options->query.filter);
  add_output_options(command, options->output);
  command.footer("Example:\n  claimgraph timeline --actor Lavrov --target NATO --by week");
  command.callback([options, &runtime] {
    runtime.action = [options, &runtime] { return run_timeline(*options, runtime.terminal); };
  });
}

}  // namespace claimgraph::cli
