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
#include "cli/print.h"
#include "cli/store_copies.h"

namespace claimgraph::cli {
namespace {

struct StatsOptions {
  std::string store;
  OutputOptions output;
};

Result<int> run_stats(const StatsOptions& options, Terminal& terminal) {
  const auto snapshot = open_snapshot(options.store);
  if (!snapshot) return fail(snapshot.error());
  const auto stats = snapshot->stats();
  if (!stats) return fail(stats.error());
  const auto written = terminal.write(formatted(exporters::table_of(*stats), options.output, terminal));
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

// The options of stats serve: a store, and how to print.
Result<int> run_verify(const StatsOptions& options, Terminal& terminal) {
  const auto snapshot = open_snapshot(options.store);
  if (!snapshot) return fail(snapshot.error());
  const auto found = snapshot->verify();
  if (!found) return fail(found.error());
  for (const std::string& fault : found->faults) terminal.note(fault);
  exporters::Table table{.columns = {{"documents"}, {"rows"}, {"faults"}}};
  table.rows.push_back({found->documents, found->rows, std::uint64_t{found->faults.size()}});
  const auto written = terminal.write(formatted(table, options.output, terminal));
  if (!written) return fail(written.error());
  return found->whole() ? 0 : 1;
}

Result<int> run_compact(const std::string& path, Terminal& terminal) {
  auto store = store::Store::open(path, {.mode = store::Mode::read_write});
  if (!store) return fail(store.error());
  const auto before = store->snapshot().stats();
  if (!before) return fail(before.error());
  if (auto status = store->compact(); !status) return fail(std::move(status.error()));
  const auto after = store->snapshot().stats();
  if (!after) return fail(after.error());
  terminal.note(fmt::format("{} bytes before, {} bytes now", before->disk_bytes, after->disk_bytes));
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

void add_verify(CLI::App& store, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<StatsOptions>();
  auto& verify = *store.add_subcommand("verify", "read everything and compare it: checksums, indexes, spans, counts");
  add_store_option(verify, options->store);
  add_output_options(verify, options->output);
  verify.callback(
      [options, &runtime] { runtime.action = [options, &runtime] { return run_verify(*options, runtime.terminal); }; });
}

void add_compact(CLI::App& store, Runtime& runtime) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto path = std::make_shared<std::string>();
  auto& compact = *store.add_subcommand("compact", "rewrite the files without what was replaced or removed");
  add_store_option(compact, *path);
  compact.callback(
      [path, &runtime] { runtime.action = [path, &runtime] { return run_compact(*path, runtime.terminal); }; });
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
  add_verify(command, runtime);
  add_remove(command, runtime);
  add_store_copies(command, runtime);
  add_compact(command, runtime);
  command.require_subcommand(1);
}

}  // namespace claimgraph::cli
