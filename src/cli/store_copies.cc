#include "cli/store_copies.h"

#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/kg/store_line.h"
#include "claimgraph/store/store.h"
#include "cli/options.h"

namespace claimgraph::cli {
namespace {

// A store and what it is copied to or from.
struct CopyOptions {
  std::string store;
  std::string folder;
};

struct LinesOptions {
  std::string store;
  std::vector<std::string> files;
};

Result<int> run_backup(const CopyOptions& options, Terminal& terminal) {
  const auto snapshot = open_snapshot(options.store);
  if (!snapshot) return fail(snapshot.error());
  if (auto status = snapshot->copy_to(options.folder); !status) return fail(std::move(status.error()));
  terminal.note(fmt::format("'{}' holds what '{}' does", options.folder, options.store));
  return 0;
}

// A backup that has faults is no store to go on with.
Result<int> run_restore(const CopyOptions& options, Terminal& terminal) {
  const auto snapshot = open_snapshot(options.folder);
  if (!snapshot) return fail(snapshot.error());
  const auto found = snapshot->verify();
  if (!found) return fail(found.error());
  if (!found->whole()) {
    return fail({.code = ErrorCode::corruption,
                 .message = found->faults.front(),
                 .hint = fmt::format("`claimgraph store verify --store {}` tells all", options.folder)});
  }
  if (auto status = snapshot->copy_to(options.store); !status) return fail(std::move(status.error()));
  terminal.note(fmt::format("'{}' holds what '{}' does", options.store, options.folder));
  return 0;
}

Result<int> run_dump(const std::string& store, Terminal& terminal) {
  const auto snapshot = open_snapshot(store);
  if (!snapshot) return fail(snapshot.error());
  auto status = snapshot->dump([&](std::string_view line) -> Status {
    if (auto written = terminal.write(line); !written) return written;
    return terminal.write("\n");
  });
  if (!status) return fail(std::move(status.error()));
  return 0;
}

// Puts documents as they come; links are kept until all documents are there.
class Loader {
 public:
  explicit Loader(store::Store& store) : store_(store) {}

  Status load(const std::string& name, std::istream& in) {
    std::string text;
    for (std::uint32_t number = 1; std::getline(in, text); ++number) {
      if (text.empty()) continue;
      if (auto status = load_line(text); !status) {
        Error error = std::move(status.error());
        error.where = SourcePos{.file = name, .line = number};
        return fail(std::move(error));
      }
    }
    if (in.bad()) return fail({.code = ErrorCode::io, .message = fmt::format("cannot read '{}'", name)});
    return {};
  }
  Status finish() {
    if (auto status = store_.link_all(links_); !status) return status;
    return store_.sync();
  }
  std::size_t documents() const { return documents_; }

 private:
  Status load_line(std::string_view text) {
    auto line = kg::parse_store_line(text);
    if (!line) return fail(std::move(line.error()));
    if (auto* link = std::get_if<kg::Link>(&*line)) {
      links_.push_back(std::move(*link));
      return {};
    }
    const auto& record = std::get<kg::StoredRecord>(*line);
    ++documents_;
    return store_.put(record.extraction, record.fingerprint);
  }

  store::Store& store_;
  std::vector<kg::Link> links_;
  std::size_t documents_ = 0;
};

Status load_file(Loader& loader, const std::string& path) {
  if (path == "-") return loader.load("standard input", std::cin);
  std::ifstream in(path, std::ios::binary);
  if (!in) return fail({.code = ErrorCode::not_found, .message = fmt::format("there is no file '{}' to read", path)});
  return loader.load(path, in);
}

Result<int> run_load(const LinesOptions& options, Terminal& terminal) {
  auto store = store::Store::open(options.store, {.mode = store::Mode::read_write, .create = true});
  if (!store) return fail(store.error());
  Loader loader(*store);
  for (const std::string& path : options.files) {
    if (auto status = load_file(loader, path); !status) return fail(std::move(status.error()));
  }
  if (auto status = loader.finish(); !status) return fail(std::move(status.error()));
  terminal.note(fmt::format("loaded {} documents", loader.documents()));
  return 0;
}

Result<int> run_merge(const LinesOptions& options, Terminal& terminal) {
  auto store = store::Store::open(options.store, {.mode = store::Mode::read_write, .create = true});
  if (!store) return fail(store.error());
  for (const std::string& path : options.files) {
    const auto other = open_snapshot(path);
    if (!other) return fail(other.error());
    if (auto status = store->merge(*other); !status) return fail(std::move(status.error()));
    terminal.note(fmt::format("merged '{}'", path));
  }
  if (auto status = store->sync(); !status) return fail(std::move(status.error()));
  return 0;
}

void add_copy(CLI::App& store, Runtime& runtime, const std::string& name, const std::string& summary,
              Result<int> (*run)(const CopyOptions&, Terminal&)) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<CopyOptions>();
  auto& command = *store.add_subcommand(name, summary);
  add_store_option(command, options->store);
  command.add_option("FOLDER", options->folder, "the backup")->required();
  command.callback([options, run, &runtime] {
    runtime.action = [options, run, &runtime] { return run(*options, runtime.terminal); };
  });
}

void add_lines(CLI::App& store, Runtime& runtime, const std::string& name, const std::string& summary,
               Result<int> (*run)(const LinesOptions&, Terminal&)) {
  // Shared by the parser, which fills it, and the action, which reads it.
  auto options = std::make_shared<LinesOptions>();
  auto& command = *store.add_subcommand(name, summary);
  add_store_option(command, options->store);
  const bool load = name == "load";
  command
      .add_option(load ? "FILE" : "OTHER", options->files,
                  load ? "what dump or `claimgraph extract` wrote; - for standard input" : "the folder of a store")
      ->required();
  command.callback([options, run, &runtime] {
    runtime.action = [options, run, &runtime] { return run(*options, runtime.terminal); };
  });
}

}  // namespace

void add_store_copies(CLI::App& store, Runtime& runtime) {
  add_copy(store, runtime, "backup", "copy the store to a new folder, also while another program writes to it",
           run_backup);
  add_copy(store, runtime, "restore", "make the store from a backup, which is verified first", run_restore);
  auto path = std::make_shared<std::string>();  // shared as above
  auto& dump = *store.add_subcommand("dump", "print documents and links as JSON Lines");
  add_store_option(dump, *path);
  dump.callback([path, &runtime] { runtime.action = [path, &runtime] { return run_dump(*path, runtime.terminal); }; });
  add_lines(store, runtime, "load", "store what dump printed, or extraction records", run_load);
  add_lines(store, runtime, "merge", "add the documents and links of other stores", run_merge);
}

}  // namespace claimgraph::cli
