#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/error.h"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

// Command lines that cannot mean anything, in our words.
namespace claimgraph::cli {

// `name` is no command; the hint says which one may have been meant.
Error unknown_command(std::string_view name);
// What `command` (as a person calls it: "store stats") could not take of its command line: the first of `left`, which
// is not empty.
Error unexpected(const CLI::App& command, const std::string& name, const std::vector<std::string>& left);
// The parser's complaint about the command line of `name`.
Error usage_error(const std::string& name, const CLI::ParseError& error);

}  // namespace claimgraph::cli
