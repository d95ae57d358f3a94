#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "claimgraph/query/query.h"

// What a reader sees who points at a part of a picture.
namespace claimgraph::exporters {

// Of each vertex: its name and type, and a line a kind of fact with how many leave and enter it.
std::vector<std::string> vertex_tooltips(const graph::View& view);
// Who, what, whom, how often and when, then the strongest quote and where it stands on lines of their own.
std::string edge_tooltip(const query::GraphResult& graph, std::size_t edge);

}  // namespace claimgraph::exporters
