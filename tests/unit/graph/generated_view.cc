#include "generated_view.h"

#include <string>
#include <utility>

namespace claimgraph::graph {

std::vector<Vertex> numbered_vertices(std::uint32_t count) {
  std::vector<Vertex> out;
  for (std::uint32_t v = 0; v < count; ++v) {
    out.push_back({.entity = static_cast<kg::EntityId>(100 + v), .name = "v" + std::to_string(v)});
  }
  return out;
}

Edge edge_of(std::uint32_t from, std::uint32_t to, EdgeKind kind, double weight) {
  return {
      .from = static_cast<VertexId>(from), .to = static_cast<VertexId>(to), .kind = kind, .count = 1, .weight = weight};
}

View generated_view(std::mt19937& random, std::uint32_t most_vertices, std::uint32_t most_edges) {
  const auto vertices = static_cast<std::uint32_t>(1 + random() % most_vertices);
  const std::size_t count = random() % (most_edges + 1);
  std::vector<Edge> edges;
  for (std::size_t i = 0; i < count; ++i) {
    const auto from = static_cast<std::uint32_t>(random() % vertices);
    const auto to = static_cast<std::uint32_t>(random() % vertices);
    const auto kind = static_cast<EdgeKind>(random() % 4);
    edges.push_back(edge_of(from, to, kind, static_cast<double>(1 + random() % 3) / 2));
  }
  return {numbered_vertices(vertices), std::move(edges)};
}

}  // namespace claimgraph::graph
