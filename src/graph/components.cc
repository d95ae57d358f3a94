#include <algorithm>

#include "claimgraph/graph/view.h"

#include "graph/disjoint_sets.h"
#include "graph/partition.h"

namespace claimgraph::graph {

// Not boost::connected_components(), which compiles for a directed graph in compressed sparse rows and answers wrongly.
Clustering View::components() const {
  DisjointSets sets(vertices().size());
  for (const Edge& edge : edges()) {
    sets.join(static_cast<std::uint32_t>(edge.from), static_cast<std::uint32_t>(edge.to));
  }
  Partition partition(vertices().size());
  for (std::uint32_t v = 0; v < partition.size(); ++v) partition[v] = sets.find(v);
  Clustering out{.cluster_of = numbered(partition), .stability = std::vector<double>(partition.size(), 1.0)};
  for (const std::uint32_t cluster : out.cluster_of) out.count = std::max(out.count, cluster + 1);
  return out;
}

}  // namespace claimgraph::graph
