#pragma once

#include <filesystem>

#include "claimgraph/base/error.h"
#include "nlp/training/network.h"

namespace claimgraph::nlp::training {

// The weights of a network, in the numbers of this machine: for going on with a training that was cut short. load()
// refuses a file of another shape or inventory.
Status save(Network& network, const std::filesystem::path& path);
Status load(const std::filesystem::path& path, Network& network);

}  // namespace claimgraph::nlp::training
