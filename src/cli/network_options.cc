#include "cli/network_options.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "cli/options.h"
#include "cli/spellings.h"

namespace claimgraph::cli {

std::vector<std::string> network_modes() { return spellings<graph::NetworkMode>(); }

void add_network_options(CLI::App& command, graph::NetworkOptions& options) {
  add_choice(command, "--normalise", "what weights are divided by (else none)", spellings<graph::Normalisation>(),
             [&options](std::size_t i) { options.normalisation = static_cast<graph::Normalisation>(i); });
  add_choice(command, "--repeats", "how often a repeated stance counts (else once a document)",
             spellings<graph::Repeats>(),
             [&options](std::size_t i) { options.repeats = static_cast<graph::Repeats>(i); });
}

}  // namespace claimgraph::cli
