#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/exporters/answers.h"
#include "claimgraph/store/store.h"
#include "cli/command.h"
#include "cli/options.h"

namespace claimgraph::cli {
namespace {

struct StatsOptions {
  std::string store;
  OutputOptions output;
};

std::string text_of(const store::Stats& stats, const OutputOptions& output, const Terminal& terminal) {
  switch (output.format) {
    case Format::jsonl: return exporters::to_jsonl(exporters::table_of(stats));
    case Format::csv: return exporters::to_csv(exporters::table_of(stats));
    case Format::markdown: return exporters::to_markdown(exporters::table_of(stats));
    case Format::table: break;
  }
  return exporters::to_text(exporters::table_of(stats), terminal.text_options(output.color));
}

Result<int> run_stats(const StatsOptions& options, Terminal& terminal) {
  const auto snapshot = open_snapshot(options.store);
  if (!snapshot) return fail(snapshot.error());
  const auto stats = snapshot->stats();
  if (!stats) return fail(stats.error());
  const auto written = terminal.write(text_of(*stats, options.output, terminal));
  if (!written) return fail(written.error());
  return 0;
}

struct RemoveOptions {
  std::string store;
  std::vector<std::string> documents;
};

Result<int> run_remove(const RemoveOptions& options, Terminal& terminal) {
  auto store = store::Store::open(options.store, {.mode = store::Mode::read_write});
  if (!store) return fail(store.error());
  for (const std::string& document : options.documents) {
    const auto removed = store->remove(document);
    if (!removed) return fail(removed.error());
    if (!*removed) {
      return fail({.code = ErrorCode::not_found,
                   .message = fmt::format("no document '{}' in '{}'", document, options.store),
                   .hint = "`claimgraph claims --format jsonl` names the documents; those before it were removed"});
    }
    terminal.note(fmt::format("removed '{}'", document));
  }
  if (const auto synced = store->sync(); !synced) return fail(synced.error());
  return 0;
}

void add_stats(CLI::App& store, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<StatsOptions>();
  auto& stats = *store.add_subcommand("stats", "how much is stored, and from when");
  add_store_option(stats, options->store);
  add_output_options(stats, options->output);
  stats.callback(
      [options, &runtime] { runtime.action = [options, &runtime] { return run_stats(*options, runtime.terminal); }; });
}

void add_remove(CLI::App& store, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<RemoveOptions>();
  auto& remove = *store.add_subcommand("remove", "forget documents and all that was read in them");
  add_store_option(remove, options->store);
  remove.add_option("ID", options->documents, "a document's id")->required();
  remove.callback(
      [options, &runtime] { runtime.action = [options, &runtime] { return run_remove(*options, runtime.terminal); }; });
}

}  // namespace

void add_store(CLI::App& command, Runtime& runtime) {
  add_stats(command, runtime);
  add_remove(command, runtime);
  command.require_subcommand(1);
}

}  // namespace claimgraph::cli
