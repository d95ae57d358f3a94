#include "cli/usage.h"

#include <algorithm>

#include <fmt/format.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "claimgraph/base/suggest.h"
#include "cli/command.h"

namespace claimgraph::cli {
namespace {

std::string see_help(const std::string& name) {
  return fmt::format("'claimgraph {} --help' lists what it takes", name);
}

// The long names of all options of `command`, those in its option groups and chosen subcommands included.
std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const auto* option : command.get_options()) {
    for (const auto& name : option->get_lnames()) names.push_back("--" + name);
  }
  for (const auto* part : command.get_subcommands([](const CLI::App*) { return true; })) {
    if (!part->get_name().empty() && !part->parsed()) continue;  // option groups have no name
    const auto more = option_names(*part);
    names.insert(names.end(), more.begin(), more.end());
  }
  return names;
}

std::vector<std::string> subcommand_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const auto* part : command.get_subcommands([](const CLI::App*) { return true; })) {
    if (!part->get_name().empty()) names.push_back(part->get_name());
  }
  return names;
}

Error usage(std::string message, std::string hint) {
  return {.code = ErrorCode::usage, .message = std::move(message), .hint = std::move(hint)};
}

std::string either(std::string suggestion, const std::string& otherwise) {
  return suggestion.empty() ? otherwise : suggestion;
}

}  // namespace

Error unknown_command(std::string_view name) {
  if (name.starts_with('-')) {
    return usage(fmt::format("unknown option '{}' before the command", name),
                 "options stand after the command: claimgraph COMMAND [OPTION…]");
  }
  std::vector<std::string> names;
  for (const auto& command : commands()) names.emplace_back(command.name);
  return usage(fmt::format("unknown command '{}'", name),
               either(did_you_mean(name, names), "'claimgraph --help' lists the commands"));
}

Error unexpected(const CLI::App& command, const std::string& name, const std::vector<std::string>& left) {
  for (const auto& argument : left) {
    if (!argument.starts_with('-') || argument == "-") continue;
    const std::string option = argument.substr(0, argument.find('='));
    const auto known = option_names(command);
    if (std::find(known.begin(), known.end(), option) != known.end()) {
      return usage(fmt::format("option '{}' stands within '{}'", option, name),
                   fmt::format("options stand after the command: claimgraph {} {} …", name, option));
    }
    return usage(fmt::format("unknown option '{}' of '{}'", option, name),
                 either(did_you_mean(option, known), see_help(name)));
  }
  const auto subcommands = subcommand_names(command);
  if (!subcommands.empty()) {
    return usage(fmt::format("unknown command '{} {}'", name, left.front()),
                 either(did_you_mean(left.front(), subcommands), see_help(name)));
  }
  return usage(fmt::format("unexpected argument '{}' of '{}'", left.front(), name), see_help(name));
}

Error usage_error(const std::string& name, const CLI::ParseError& error) {
  const std::string said = error.what();
  const std::string subject = said.substr(0, said.find(':'));
  if (error.get_name() == "RequiredError") {
    const std::string what = said.substr(0, said.find(" is required"));
    return usage(fmt::format("'{}' needs {}", name, what == "A subcommand" ? "a command of its own" : what),
                 see_help(name));
  }
  if (error.get_name() == "ArgumentMismatch") {
    return usage(fmt::format("option '{}' is given without a value, or more than once", subject), see_help(name));
  }
  if (error.get_name() == "ValidationError" && said.size() > subject.size()) {
    return usage(fmt::format("option '{}': {}", subject, said.substr(subject.size() + 2)), "");
  }
  return usage(fmt::format("'{}': {}", name, said), see_help(name));
}

}  // namespace claimgraph::cli
