#pragma once

#include <string>
#include <vector>

#include "claimgraph/graph/discourse.h"

namespace CLI {
class App;
}

// The options of discourse networks, for the commands that make them.
namespace claimgraph::cli {

// The spellings of graph::NetworkMode, in its order.
std::vector<std::string> network_modes();

// --normalise --repeats, filled when the command line is parsed.
void add_network_options(CLI::App& command, graph::NetworkOptions& options);

}  // namespace claimgraph::cli
