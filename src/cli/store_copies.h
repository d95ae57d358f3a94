#pragma once

#include "cli/command.h"

namespace claimgraph::cli {

// The commands of `store` that take a store elsewhere and back: backup, restore, dump, load, merge.
void add_store_copies(CLI::App& store, Runtime& runtime);

}  // namespace claimgraph::cli
