#include <algorithm>
#include <cmath>
#include <numeric>

#include "claimgraph/graph/view.h"

namespace claimgraph::graph {
namespace {

// A support or opposition tells a reader more than that somebody speaks of somebody: it counts as much as this many
// claims.
constexpr double kSignedStrength = 2;

double own_strength(const Edge& edge) {
  const bool is_signed = edge.kind == EdgeKind::support || edge.kind == EdgeKind::oppose;
  return is_signed ? kSignedStrength * edge.weight : edge.weight;
}

// Of each edge: its own strength times the square root of what its weaker end has in all, so that what ties the busy
// ones together comes before what hangs on a single edge.
std::vector<double> strengths(const View& view) {
  std::vector<double> busy(view.vertices().size());
  for (const Edge& edge : view.edges()) {
    busy[static_cast<std::size_t>(edge.from)] += own_strength(edge);
    busy[static_cast<std::size_t>(edge.to)] += own_strength(edge);
  }
  std::vector<double> out;
  out.reserve(view.edges().size());
  for (const Edge& edge : view.edges()) {
    const double weaker = std::min(busy[static_cast<std::size_t>(edge.from)], busy[static_cast<std::size_t>(edge.to)]);
    out.push_back(own_strength(edge) * std::sqrt(weaker));
  }
  return out;
}

// The places of the strongest edges, in the order of edges().
std::vector<std::size_t> strongest_places(const View& view, std::size_t most) {
  std::vector<std::size_t> places(view.edges().size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  if (most >= places.size()) return places;
  const std::vector<double> strength = strengths(view);
  std::nth_element(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(most), places.end(),
                   [&](std::size_t a, std::size_t b) {
                     if (strength[a] != strength[b]) return strength[a] > strength[b];
                     return a < b;
                   });
  places.resize(most);
  std::sort(places.begin(), places.end());
  return places;
}

}  // namespace

View strongest(const View& view, std::size_t most) { return view.part(strongest_places(view, most)); }

}  // namespace claimgraph::graph
