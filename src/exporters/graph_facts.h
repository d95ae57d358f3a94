#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/graph/view.h"

// What all graph formats say of a vertex or an edge.
namespace claimgraph::exporters {

// 1 for support, -1 for opposition, 0 for the others.
int sign_of(graph::EdgeKind kind);
// "n" and the 16 hexadecimal digits of the vertex's entity.
std::string vertex_key(const graph::Vertex& vertex);
// Of each vertex, the summed weight of its edges; a loop counts once.
std::vector<double> strengths(const graph::View& view);

// texts[i], or nothing when a result made by hand leaves the list out.
inline std::string_view text_at(const std::vector<std::string>& texts, std::size_t i) {
  return i < texts.size() ? std::string_view(texts[i]) : std::string_view();
}

}  // namespace claimgraph::exporters
