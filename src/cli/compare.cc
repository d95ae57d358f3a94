#include <memory>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/query/comparison.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/print.h"

namespace claimgraph::cli {
namespace {

struct CompareOptions {
  std::string store;
  std::string subject;
  query::Filter filter;
  OutputOptions output;
};

Result<int> run_compare(const CompareOptions& options, Terminal& terminal) {
  const auto snapshot = open_snapshot(options.store);
  if (!snapshot) return fail(snapshot.error());
  const auto answer = query::compare(*snapshot, options.subject, options.filter);
  if (!answer) return fail(answer.error());
  return print(*answer, "publishers", "no claims or stances match", options.output, terminal);
}

}  // namespace

void add_compare(CLI::App& command, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<CompareOptions>();
  add_store_option(command, options->store);
  command.add_option("NAME", options->subject, "whom or what they write of")->required();
  add_filter_options(command, options->filter);
  add_output_options(command, options->output);
  command.footer("Example:\n  claimgraph compare NATO --since 2025");
  command.callback([options, &runtime] {
    runtime.action = [options, &runtime] { return run_compare(*options, runtime.terminal); };
  });
}

}  // namespace claimgraph::cli
