#include <algorithm>
#include <random>
#include <vector>

#include <doctest/doctest.h>

#include "claimgraph/graph/view.h"

#include "generated_view.h"

namespace claimgraph::graph {
namespace {

std::vector<std::uint32_t> scanned(const View& view, VertexId vertex, VertexId Edge::*end) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t place = 0; place < view.edges().size(); ++place) {
    if (view.edges()[place].*end == vertex) out.push_back(place);
  }
  return out;
}

std::vector<std::uint32_t> copied(std::span<const std::uint32_t> places) { return {places.begin(), places.end()}; }

TEST_CASE("View: the edges at a vertex are those a scan finds, in its order") {
  std::mt19937 random(1);
  for (int round = 0; round < 200; ++round) {
    const View view = generated_view(random, 8, 30);
    for (std::uint32_t v = 0; v < view.vertices().size(); ++v) {
      const auto vertex = static_cast<VertexId>(v);
      CHECK(copied(view.out_edges(vertex)) == scanned(view, vertex, &Edge::from));
      CHECK(copied(view.in_edges(vertex)) == scanned(view, vertex, &Edge::to));
      CHECK(view.find(view.vertex(vertex).entity) == vertex);
    }
    CHECK_FALSE(view.find(static_cast<kg::EntityId>(1)).has_value());
  }
}

TEST_CASE("View: without vertices there are no answers") {
  const View view({}, {});
  CHECK(view.components().count == 0);
  CHECK(view.clusters({}).count == 0);
  CHECK(strongest(view, 3).vertices().empty());
}

TEST_CASE("strongest: keeps the heaviest edges, ties by place, and only the vertices they touch") {
  const View view(numbered_vertices(5), {
                                            edge_of(0, 1, EdgeKind::claim, 1),
                                            edge_of(3, 4, EdgeKind::claim, 2),
                                            edge_of(1, 2, EdgeKind::claim, 1),
                                            edge_of(4, 3, EdgeKind::oppose, 3),
                                        });
  struct Case {
    std::size_t most;
    std::vector<const char*> vertices;
    std::vector<double> weights;
  };
  const Case kCases[] = {
      {0, {}, {}},
      {1, {"v3", "v4"}, {3}},
      {2, {"v3", "v4"}, {2, 3}},
      {3, {"v0", "v1", "v3", "v4"}, {1, 2, 3}},
      {4, {"v0", "v1", "v2", "v3", "v4"}, {1, 2, 1, 3}},
      {9, {"v0", "v1", "v2", "v3", "v4"}, {1, 2, 1, 3}},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.most);
    const View got = strongest(view, c.most);
    std::vector<const char*> names;
    REQUIRE(got.vertices().size() == c.vertices.size());
    for (std::size_t v = 0; v < c.vertices.size(); ++v) CHECK(got.vertices()[v].name == c.vertices[v]);
    std::vector<double> weights;
    for (const Edge& edge : got.edges()) weights.push_back(edge.weight);
    CHECK(weights == c.weights);
  }
}

TEST_CASE("strongest: an edge keeps its ends") {
  std::mt19937 random(2);
  for (int round = 0; round < 100; ++round) {
    const View view = generated_view(random, 8, 20);
    const View got = strongest(view, 7);
    for (const Edge& edge : got.edges()) {
      const auto same = [&](const Edge& other) {
        return view.vertex(other.from).name == got.vertex(edge.from).name &&
               view.vertex(other.to).name == got.vertex(edge.to).name && other.kind == edge.kind &&
               other.weight == edge.weight;
      };
      CHECK(std::any_of(view.edges().begin(), view.edges().end(), same));
    }
  }
}

}  // namespace
}  // namespace claimgraph::graph
