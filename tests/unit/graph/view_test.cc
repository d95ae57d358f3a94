#include <algorithm>
#include <map>
#include <random>
#include <tuple>
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

TEST_CASE("weave: the same as a map of edges") {
  using Key = std::tuple<VertexId, VertexId, EdgeKind>;
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    const auto vertices = static_cast<std::uint32_t>(1 + random() % 6);
    std::vector<Thread> threads;
    std::map<Key, std::map<kg::FactId, double>> want;
    for (std::size_t i = random() % 40; i > 0; --i) {
      const kg::FactId fact{.document = kg::DocumentId{random() % 3},
                            .index = static_cast<std::uint32_t>(random() % 4)};
      const Thread thread{.from = VertexId{static_cast<std::uint32_t>(random() % vertices)},
                          .to = VertexId{static_cast<std::uint32_t>(random() % vertices)},
                          .kind = static_cast<EdgeKind>(random() % 4),
                          .fact = fact,
                          .confidence = 0.25 * (1 + fact.index)};
      threads.push_back(thread);
      want[{thread.from, thread.to, thread.kind}][fact] = thread.confidence;
    }
    const View view = weave(numbered_vertices(vertices), threads);
    REQUIRE(view.edges().size() == want.size());
    std::size_t place = 0;
    for (const auto& [key, facts] : want) {
      const Edge& edge = view.edges()[place];
      CHECK(Key(edge.from, edge.to, edge.kind) == key);
      CHECK(edge.count == facts.size());
      double weight = 0;
      std::vector<kg::FactId> ids;
      for (const auto& [id, confidence] : facts) {
        weight += confidence;
        ids.push_back(id);
      }
      CHECK(edge.weight == weight);
      const auto evidence = view.evidence(place);
      CHECK(std::equal(evidence.begin(), evidence.end(), ids.begin(), ids.end()));
      ++place;
    }
  }
}

TEST_CASE("part: keeps the edges asked for with their evidence") {
  const kg::FactId a{.index = 1};
  const kg::FactId b{.index = 2};
  const View view = weave(numbered_vertices(4), {{.from = VertexId{0}, .to = VertexId{1}, .fact = a},
                                                 {.from = VertexId{2}, .to = VertexId{3}, .fact = b},
                                                 {.from = VertexId{2}, .to = VertexId{3}, .fact = a}});
  const std::vector<std::size_t> second = {1};
  const View part = view.part(second);
  REQUIRE(part.edges().size() == 1);
  REQUIRE(part.vertices().size() == 2);
  CHECK(part.vertices()[0].name == "v2");
  const auto evidence = part.evidence(0);
  CHECK(std::vector(evidence.begin(), evidence.end()) == std::vector{a, b});
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
