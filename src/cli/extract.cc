#include <memory>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/kg/record.h"
#include "claimgraph/pipeline/run.h"
#include "cli/command.h"
#include "cli/progress.h"
#include "cli/reading_options.h"

namespace claimgraph::cli {
namespace {

Result<int> run_extract(const ReadingOptions& options, Terminal& terminal) {
  const auto resources = load_resources(options, terminal);
  if (!resources) return fail(resources.error());
  Progress progress(terminal, options.quiet || terminal.out_is_terminal());
  Status written;
  const auto print = [&](const kg::Extraction& extraction) {
    if (written) written = terminal.write(kg::dump(extraction) + "\n");
  };
  const auto counts =
      pipeline::extract(*resources, options.inputs, options.pipeline_options(), progress.listener(), print);
  progress.finish();
  if (!counts) return fail(counts.error());
  if (!written) return fail(written.error());
  return exit_status(*counts);
}

}  // namespace

void add_extract(CLI::App& command, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<ReadingOptions>();
  add_reading_options(command, *options);
  command.footer("Example:\n  claimgraph extract article.txt | jq '.claims[]'");
  command.callback([options, &runtime] {
    runtime.action = [options, &runtime] { return run_extract(*options, runtime.terminal); };
  });
}

}  // namespace claimgraph::cli
