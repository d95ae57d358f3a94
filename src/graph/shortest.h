#pragma once

#include <optional>

#include "claimgraph/graph/view.h"

namespace claimgraph::graph {

// The first of View::paths() by hops, over the view as it is: no graph of its own is made for a single search.
// O(V + E). REQUIRES: options.by is Length::hops.
std::optional<Path> shortest_path(const View& view, VertexId from, VertexId to, const PathOptions& options);

}  // namespace claimgraph::graph
