#include <memory>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/query/contradictions.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/print.h"

namespace claimgraph::cli {
namespace {

struct ContradictionsOptions {
  std::string store;
  query::ContradictionQuery query;
  OutputOptions output;
};

Result<int> run_contradictions(const ContradictionsOptions& options, Terminal& terminal) {
  const auto snapshot = open_snapshot(options.store);
  if (!snapshot) return fail(snapshot.error());
  query::ContradictionQuery query = options.query;
  query.page = options.output.page();
  const auto answer = query::contradictions(*snapshot, query);
  if (!answer) return fail(answer.error());
  return print(*answer, "contradictions", "nobody is for and against the same here", options.output, terminal);
}

}  // namespace

void add_contradictions(CLI::App& command, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<ContradictionsOptions>();
  add_store_option(command, options->store);
  command.add_option("--actor", options->query.actor, "who is for and against (else anybody)")->type_name("NAME");
  command.add_option("--target", options->query.target, "whom or what (else anything)")->type_name("NAME");
  add_page_options(command, options->output);
  add_filter_options(command, options->query.filter);
  add_output_options(command, options->output);
  command.footer("Example:\n  claimgraph contradictions --actor Lavrov");
  command.callback([options, &runtime] {
    runtime.action = [options, &runtime] { return run_contradictions(*options, runtime.terminal); };
  });
}

}  // namespace claimgraph::cli
