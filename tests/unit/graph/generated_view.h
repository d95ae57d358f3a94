#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "claimgraph/graph/view.h"

namespace claimgraph::graph {

// Vertices named "v0", "v1", ... with the entity ids 100, 101, ...
std::vector<Vertex> numbered_vertices(std::uint32_t count);

// An edge with the weight it says.
Edge edge_of(std::uint32_t from, std::uint32_t to, EdgeKind kind, double weight = 1);

// A small multigraph: up to `most_vertices` vertices, up to `most_edges` edges, self loops and parallel edges among
// them, weights that often tie. The same generator state gives the same graph.
View generated_view(std::mt19937& random, std::uint32_t most_vertices, std::uint32_t most_edges);

}  // namespace claimgraph::graph
