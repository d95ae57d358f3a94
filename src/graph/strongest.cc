#include <algorithm>
#include <numeric>
#include <utility>

#include "claimgraph/graph/view.h"

namespace claimgraph::graph {
namespace {

// A support or opposition tells a reader more than that somebody speaks of somebody, and is rarer by far: it counts as
// much as this many claims.
constexpr double kSignedStrength = 4;

double strength(const Edge& edge) {
  const bool is_signed = edge.kind == EdgeKind::support || edge.kind == EdgeKind::oppose;
  return is_signed ? kSignedStrength * edge.weight : edge.weight;
}

// The places of the strongest edges, in the order of edges().
std::vector<std::size_t> strongest_places(const std::vector<Edge>& edges, std::size_t most) {
  std::vector<std::size_t> places(edges.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  if (most >= places.size()) return places;
  std::nth_element(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(most), places.end(),
                   [&](std::size_t a, std::size_t b) {
                     const double strength_a = strength(edges[a]), strength_b = strength(edges[b]);
                     if (strength_a != strength_b) return strength_a > strength_b;
                     return a < b;
                   });
  places.resize(most);
  std::sort(places.begin(), places.end());
  return places;
}

}  // namespace

View strongest(const View& view, std::size_t most) {
  std::vector<Edge> edges;
  for (const std::size_t place : strongest_places(view.edges(), most)) edges.push_back(view.edges()[place]);
  std::vector<bool> touched(view.vertices().size());
  for (const Edge& edge : edges) {
    touched[static_cast<std::size_t>(edge.from)] = true;
    touched[static_cast<std::size_t>(edge.to)] = true;
  }
  std::vector<Vertex> vertices;
  std::vector<VertexId> renumbered(touched.size());
  for (std::size_t v = 0; v < touched.size(); ++v) {
    if (!touched[v]) continue;
    renumbered[v] = static_cast<VertexId>(vertices.size());
    vertices.push_back(view.vertices()[v]);
  }
  for (Edge& edge : edges) {
    edge.from = renumbered[static_cast<std::size_t>(edge.from)];
    edge.to = renumbered[static_cast<std::size_t>(edge.to)];
  }
  return {std::move(vertices), std::move(edges)};
}

}  // namespace claimgraph::graph
