#include <memory>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/query/query.h"
#include "cli/command.h"
#include "cli/links.h"
#include "cli/options.h"
#include "cli/print.h"

namespace claimgraph::cli {
namespace {

struct EntitiesOptions {
  std::string store;
  std::string name;
  OutputOptions output;
};

Result<int> run_entities(const EntitiesOptions& options, Terminal& terminal) {
  const auto snapshot = open_snapshot(options.store);
  if (!snapshot) return fail(snapshot.error());
  const auto answer = query::entities(*snapshot, options.name, options.output.page());
  if (!answer) return fail(answer.error());
  return print(*answer, "entities", "no entities match", options.output, terminal);
}

}  // namespace

void add_entities(CLI::App& command, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<EntitiesOptions>();
  add_store_option(command, options->store);
  command.add_option("NAME", options->name, "a name, an alias or a part of one (else all)");
  add_page_options(command, options->output);
  add_output_options(command, options->output);
  command.footer(
      "Examples:\n  claimgraph entities Lavrov\n  claimgraph entities merge 'Sergey Lavrov' 'the Russian diplomat'");
  add_links(command, runtime);
  command.callback([options, &command, &runtime] {
    if (!command.get_subcommands().empty()) return;  // theirs is the action
    runtime.action = [options, &runtime] { return run_entities(*options, runtime.terminal); };
  });
}

}  // namespace claimgraph::cli
