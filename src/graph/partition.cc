#include "graph/partition.h"

#include <algorithm>
#include <numeric>

namespace claimgraph::graph {

std::vector<std::uint32_t> sizes_of(const Partition& partition) {
  std::vector<std::uint32_t> sizes;
  for (const std::uint32_t cluster : partition) {
    if (cluster >= sizes.size()) sizes.resize(cluster + 1);
    ++sizes[cluster];
  }
  return sizes;
}

Partition numbered(const Partition& partition) {
  const auto sizes = sizes_of(partition);
  std::vector<std::uint32_t> first(sizes.size(), static_cast<std::uint32_t>(partition.size()));
  for (std::uint32_t v = 0; v < partition.size(); ++v) first[partition[v]] = std::min(first[partition[v]], v);
  std::vector<std::uint32_t> order(sizes.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return sizes[a] != sizes[b] ? sizes[a] > sizes[b] : first[a] < first[b];
  });
  std::vector<std::uint32_t> number(sizes.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) number[order[i]] = i;
  Partition out;
  out.reserve(partition.size());
  for (const std::uint32_t cluster : partition) out.push_back(number[cluster]);
  return out;
}

}  // namespace claimgraph::graph
