#pragma once

#include <functional>
#include <span>

#include "claimgraph/base/error.h"
#include "cli/terminal.h"

namespace CLI {
class App;
}

// How to add a command: write src/cli/<name>.cc with `void add_<name>(CLI::App& command, Runtime& runtime)`, which adds
// its options to `command` and sets runtime.action when the command is chosen; declare it below; give it a line in the
// table of command.cc and its file one in meson.build.
namespace claimgraph::cli {

// What a command works with. Outlives the action.
struct Runtime {
  Terminal terminal;
  // Set by the command's callback, called once the whole command line is understood. Gives the exit status; an Error is
  // printed and decides it by its code.
  std::function<Result<int>()> action;
};

struct Command {
  const char* name;
  const char* group;    // heading in the help
  const char* summary;  // one line
  void (*add)(CLI::App& command, Runtime& runtime);
};

// All commands, those of one group together, in the order of the help.
std::span<const Command> commands();

void add_annotate(CLI::App& command, Runtime& runtime);
void add_build(CLI::App& command, Runtime& runtime);
void add_claims(CLI::App& command, Runtime& runtime);
void add_clusters(CLI::App& command, Runtime& runtime);
void add_compare(CLI::App& command, Runtime& runtime);
void add_contradictions(CLI::App& command, Runtime& runtime);
void add_entities(CLI::App& command, Runtime& runtime);
void add_explain(CLI::App& command, Runtime& runtime);
void add_export(CLI::App& command, Runtime& runtime);
void add_extract(CLI::App& command, Runtime& runtime);
void add_neighbours(CLI::App& command, Runtime& runtime);
void add_measures(CLI::App& command, Runtime& runtime);
void add_network(CLI::App& command, Runtime& runtime);
void add_path(CLI::App& command, Runtime& runtime);
void add_rules(CLI::App& command, Runtime& runtime);
void add_show(CLI::App& command, Runtime& runtime);
void add_stances(CLI::App& command, Runtime& runtime);
void add_store(CLI::App& command, Runtime& runtime);
void add_timeline(CLI::App& command, Runtime& runtime);

}  // namespace claimgraph::cli
