#pragma once

#include <cstdint>
#include <filesystem>

#include "claimgraph/base/error.h"
#include "nlp/training/network.h"

namespace claimgraph::nlp::training {

// The weights of a network, in the numbers of this machine: for going on with a training that was cut short. The
// fingerprint tells what it was trained with; load() refuses a file with another.
Status save(Network& network, std::uint64_t fingerprint, const std::filesystem::path& path);
Status load(const std::filesystem::path& path, std::uint64_t fingerprint, Network& network);

}  // namespace claimgraph::nlp::training
