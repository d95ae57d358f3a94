#include <cstdio>
#include <exception>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/base/error.h"
#include "cli/command.h"
#include "cli/help.h"
#include "cli/usage.h"
#include "config.h"

namespace claimgraph::cli {
namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;      // the work failed
constexpr int kWrongInput = 2;  // the command line or the input was wrong

int exit_status(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
    case ErrorCode::parse:
    case ErrorCode::invalid:
    case ErrorCode::not_found:
    case ErrorCode::ambiguous:
    case ErrorCode::limit: return kWrongInput;
    case ErrorCode::io:
    case ErrorCode::locked:
    case ErrorCode::version:
    case ErrorCode::corruption:
    case ErrorCode::unavailable: return kFailed;
  }
  return kFailed;
}

int report(const Terminal& terminal, const Error& error) {
  terminal.note(dump(error));
  return exit_status(error.code);
}

const Command* command_named(const std::string& name) {
  for (const auto& command : commands()) {
    if (name == command.name) return &command;
  }
  return nullptr;
}

// "store stats" for the chosen command of `app`.
std::string full_name(const CLI::App& app, const Command& command) {
  std::string name = command.name;
  for (const auto* part : app.get_subcommands()) {
    if (!part->get_name().empty()) name += " " + part->get_name();
  }
  return name;
}

// Fills runtime.action from the arguments after the command's name; nothing when help was asked for and shown.
Result<bool> understand(const Command& command, std::vector<std::string> arguments, Runtime& runtime) {
  CLI::App app(command.summary, std::string("claimgraph ") + command.name);
  // What nobody takes is reported by unexpected(), which knows better words than the parser.
  app.allow_extras();
  app.get_formatter()->column_width(34);
  app.get_formatter()->label("REQUIRED", "");
  app.set_help_flag("-h,--help", "this help");
  command.add(app, runtime);
  for (auto* part : app.get_subcommands([](const CLI::App*) { return true; })) part->allow_extras();
  std::reverse(arguments.begin(), arguments.end());  // as App::parse() wants them
  std::optional<Error> complaint;
  try {
    app.parse(std::move(arguments));
  } catch (const CLI::CallForHelp&) {
    const auto written = runtime.terminal.write(app.help());
    if (!written) return fail(written.error());
    return false;
  } catch (const CLI::ParseError& error) {
    complaint = usage_error(full_name(app, command), error);
  }
  if (const auto left = app.remaining(true); !left.empty()) return fail(unexpected(app, full_name(app, command), left));
  if (complaint) return fail(*complaint);
  return true;
}

Result<int> run_command(const Command& command, std::vector<std::string> arguments, Runtime& runtime) {
  const auto understood = understand(command, std::move(arguments), runtime);
  if (!understood) return fail(understood.error());
  return *understood ? runtime.action() : kDone;
}

Result<int> run(std::vector<std::string> arguments, Runtime& runtime) {
  const std::string name = arguments.empty() ? "--help" : arguments.front();
  if (name == "--version") {
    const auto written = runtime.terminal.write("claimgraph " CLAIMGRAPH_VERSION "\n");
    if (!written) return fail(written.error());
    return kDone;
  }
  if (name == "help" && arguments.size() > 1) return run({arguments[1], "--help"}, runtime);
  if (name == "--help" || name == "-h" || name == "help") {
    const auto written = runtime.terminal.write(help());
    if (!written) return fail(written.error());
    return kDone;
  }
  const Command* command = command_named(name);
  if (command == nullptr) return fail(unknown_command(name));
  arguments.erase(arguments.begin());
  return run_command(*command, std::move(arguments), runtime);
}

int run_program(std::vector<std::string> arguments) {
  Runtime runtime;
  const auto status = run(std::move(arguments), runtime);
  if (!status) {
    (void)runtime.terminal.flush();
    return report(runtime.terminal, status.error());
  }
  if (const auto flushed = runtime.terminal.flush(); !flushed) return report(runtime.terminal, flushed.error());
  return *status;
}

}  // namespace
}  // namespace claimgraph::cli

int main(int argc, char** argv) {
  try {
    return claimgraph::cli::run_program({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    // Nothing of ours throws: this is memory that has run out, or a bug.
    std::fprintf(stderr, "error: stopped by an unexpected failure: %s\n", error.what());
    return claimgraph::cli::kFailed;
  }
}
