#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/pipeline/run.h"
#include "claimgraph/store/store.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/reading_options.h"

namespace claimgraph::cli {
namespace {

struct BuildOptions {
  std::string store;
  ReadingOptions reading;
  bool prune = false;
};

std::string counted(std::uint64_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string summary(const BuildOptions& options, const pipeline::Counts& counts, const store::Stats& stats,
                    double seconds) {
  std::string out = fmt::format("{}: {}, {}, {}, {}\n", options.store, counted(stats.documents, "document"),
                                counted(stats.claims, "claim"), counted(stats.stances, "stance"),
                                stats.entities == 1 ? "1 entity" : fmt::format("{} entities", stats.entities));
  out += fmt::format("read {} ({} unchanged), skipped {}, warnings {}", counted(counts.documents, "document"),
                     counts.unchanged, counts.skipped, counts.warnings);
  if (counts.limited != 0) out += fmt::format(" ({} of sentences that are too long)", counts.limited);
  if (options.prune) out += fmt::format(", removed {}", counts.removed);
  return out + fmt::format(", in {:.1f} s", seconds);
}

Result<int> run_build(const BuildOptions& options, Terminal& terminal) {
  const auto resources = load_resources(options.reading, terminal);
  if (!resources) return fail(resources.error());
  auto store = store::Store::open(options.store, {.mode = store::Mode::read_write, .create = true});
  if (!store) return fail(store.error());
  Progress progress(terminal, options.reading.quiet);
  pipeline::BuildOptions build;
  static_cast<pipeline::Options&>(build) = options.reading.pipeline_options();
  build.prune = options.prune;
  const auto counts = pipeline::build(*resources, options.reading.inputs, build, progress.listener(), *store);
  progress.finish();
  if (!counts) return fail(counts.error());
  const auto stats = store->snapshot().stats();
  if (!stats) return fail(stats.error());
  if (!options.reading.quiet) terminal.note(summary(options, *counts, *stats, progress.seconds()));
  return exit_status(*counts);
}

}  // namespace

void add_build(CLI::App& command, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<BuildOptions>();
  add_store_option(command, options->store);
  add_reading_options(command, options->reading);
  command.add_flag("--prune", options->prune, "remove stored documents that are not among the inputs");
  command.footer("Example:\n  claimgraph build --store debate.db articles/ 'more/*.html'");
  command.callback(
      [options, &runtime] { runtime.action = [options, &runtime] { return run_build(*options, runtime.terminal); }; });
}

}  // namespace claimgraph::cli
