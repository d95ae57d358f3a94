#include "cli/help.h"

#include <string_view>

#include <fmt/format.h>

#include "cli/command.h"
#include "config.h"

namespace claimgraph::cli {

std::string help() {
  std::string out = "claimgraph " CLAIMGRAPH_VERSION
                    ": who claims what about whom, in news articles\n\n"
                    "usage: claimgraph COMMAND [OPTION…]\n";
  std::string_view group;
  for (const auto& command : commands()) {
    if (command.group != group) out += fmt::format("\n{}\n", command.group);
    group = command.group;
    out += fmt::format("  {:<16}{}\n", command.name, command.summary);
  }
  return out +
         "\n"
         "Examples\n"
         "  claimgraph build articles/\n"
         "  claimgraph claims --by Lavrov --about NATO\n"
         "  claimgraph export --around NATO --output nato.svg\n"
         "\n"
         "'claimgraph COMMAND --help' lists the options of a command.\n";
}

}  // namespace claimgraph::cli
