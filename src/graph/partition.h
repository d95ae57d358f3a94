#pragma once

#include <cstdint>
#include <vector>

namespace claimgraph::graph {

// The cluster of each vertex; which numbers are used means nothing unless said.
using Partition = std::vector<std::uint32_t>;

// How many vertices each number has, up to the largest number.
std::vector<std::uint32_t> sizes_of(const Partition& partition);

// The same clusters numbered from 0, the largest first, ties by the smallest vertex.
Partition numbered(const Partition& partition);

}  // namespace claimgraph::graph
