#include <memory>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/exporters/answers.h"
#include "claimgraph/query/query.h"
#include "cli/command.h"
#include "cli/options.h"

namespace claimgraph::cli {
namespace {

struct ShowOptions {
  std::string store;
  std::string fact;
  OutputOptions output;
};

std::string text_of(const query::Context& context, const OutputOptions& output, const Terminal& terminal) {
  switch (output.format) {
    case Format::jsonl: return exporters::to_jsonl(exporters::table_of(context));
    case Format::csv: return exporters::to_csv(exporters::table_of(context));
    case Format::markdown: return exporters::to_markdown(exporters::table_of(context));
    case Format::table: break;
  }
  return exporters::to_text(context, terminal.text_options(output.color));
}

Result<int> run_show(const ShowOptions& options, Terminal& terminal) {
  const auto snapshot = open_snapshot(options.store);
  if (!snapshot) return fail(snapshot.error());
  const auto context = query::show(*snapshot, options.fact);
  if (!context) return fail(context.error());
  const auto written = terminal.write(text_of(*context, options.output, terminal));
  if (!written) return fail(written.error());
  return 0;
}

}  // namespace

void add_show(CLI::App& command, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<ShowOptions>();
  add_store_option(command, options->store);
  command.add_option("ID", options->fact, "a claim or a stance, as the lists name it")->required();
  add_output_options(command, options->output);
  command.footer("Example:\n  claimgraph show c:0123456789abcdef:1");
  command.callback(
      [options, &runtime] { runtime.action = [options, &runtime] { return run_show(*options, runtime.terminal); }; });
}

}  // namespace claimgraph::cli
