#include <random>
#include <vector>

#include <doctest/doctest.h>

#include "claimgraph/graph/view.h"

#include "generated_view.h"

namespace claimgraph::graph {
namespace {

// Who reaches whom when edges are walked both ways (Warshall 1962).
std::vector<std::vector<bool>> reachability(const View& view) {
  const std::size_t n = view.vertices().size();
  std::vector<std::vector<bool>> reach(n, std::vector<bool>(n));
  for (std::size_t v = 0; v < n; ++v) reach[v][v] = true;
  for (const Edge& edge : view.edges()) {
    reach[static_cast<std::size_t>(edge.from)][static_cast<std::size_t>(edge.to)] = true;
    reach[static_cast<std::size_t>(edge.to)][static_cast<std::size_t>(edge.from)] = true;
  }
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        if (reach[i][k] && reach[k][j]) reach[i][j] = true;
      }
    }
  }
  return reach;
}

TEST_CASE("components: two vertices share one exactly when they reach one another") {
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    const View view = generated_view(random, 9, 10);
    const auto reach = reachability(view);
    const Clustering got = view.components();
    for (std::size_t a = 0; a < reach.size(); ++a) {
      for (std::size_t b = 0; b < reach.size(); ++b) CHECK((got.cluster_of[a] == got.cluster_of[b]) == reach[a][b]);
    }
  }
}

TEST_CASE("components: numbered by size, then by smallest vertex") {
  const View view(numbered_vertices(6), {edge_of(5, 2, EdgeKind::claim), edge_of(2, 4, EdgeKind::oppose),
                                         edge_of(3, 1, EdgeKind::neutral), edge_of(0, 0, EdgeKind::support)});
  const Clustering got = view.components();
  CHECK(got.cluster_of == std::vector<std::uint32_t>{2, 1, 0, 1, 0, 0});
  CHECK(got.count == 3);
  CHECK(got.stability == std::vector<double>(6, 1.0));
}

}  // namespace
}  // namespace claimgraph::graph
