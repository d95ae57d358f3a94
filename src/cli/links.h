#pragma once

#include "cli/command.h"

namespace claimgraph::cli {

// The commands of `entities` by which a user says who is who: merge, split, links, undo.
void add_links(CLI::App& entities, Runtime& runtime);

}  // namespace claimgraph::cli
