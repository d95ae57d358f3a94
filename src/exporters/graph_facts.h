#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "claimgraph/graph/view.h"
#include "claimgraph/query/query.h"

// What all graph formats say of a vertex or an edge.
namespace claimgraph::exporters {

// 1 for support, -1 for opposition, 0 for the others.
int sign_of(graph::EdgeKind kind);
// "n" and the 16 hexadecimal digits of the vertex's entity.
std::string vertex_key(const graph::Vertex& vertex);
// Of each vertex, the summed weight of its edges; a loop counts once.
std::vector<double> strengths(const graph::View& view);

// The evidence of the i-th edge; one without words when a result made by hand leaves the list out.
const query::EdgeEvidence& evidence_at(const query::GraphResult& graph, std::size_t i);

}  // namespace claimgraph::exporters
