#pragma once

#include "graph/partition.h"
#include "graph/random.h"
#include "graph/signed_graph.h"

namespace claimgraph::graph {

// Moves single vertices to the cluster of a joined neighbour, or out on their own, as long as that makes the quality
// better: the fast local moves of the Leiden method (Traag, Waltman and van Eck 2019), in an order that `random` gives.
// The quality never falls. REQUIRES: `partition` numbers the vertices of `graph` below graph.size().
void move_vertices(const SignedGraph& graph, double resolution, Random& random, Partition& partition);

}  // namespace claimgraph::graph
