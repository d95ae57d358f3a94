#include <algorithm>
#include <optional>
#include <random>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "claimgraph/graph/view.h"

#include "generated_view.h"

namespace claimgraph::graph {
namespace {

using Vertices = std::vector<std::uint32_t>;

// The strongest allowed edge for a hop, by scan.
std::optional<Step> best_step(const View& view, std::uint32_t from, std::uint32_t to, const PathOptions& options) {
  std::optional<Step> best;
  for (std::size_t place = 0; place < view.edges().size(); ++place) {
    const Edge& edge = view.edges()[place];
    const auto& kinds = options.kinds;
    if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), edge.kind) == kinds.end()) continue;
    if (options.by == Length::weight && edge.weight <= 0) continue;
    const bool forward = edge.from == static_cast<VertexId>(from) && edge.to == static_cast<VertexId>(to);
    const bool backward = edge.from == static_cast<VertexId>(to) && edge.to == static_cast<VertexId>(from);
    if (!forward && (options.directed || !backward)) continue;
    if (!best || edge.weight > view.edges()[best->edge].weight) best = Step{.edge = place, .forward = forward};
  }
  return best;
}

// All simple paths, by depth-first enumeration.
void enumerate(const View& view, const PathOptions& options, std::uint32_t to, Vertices& path,
               std::vector<Vertices>& found) {
  if (path.back() == to) {
    found.push_back(path);
    return;
  }
  for (std::uint32_t next = 0; next < view.vertices().size(); ++next) {
    if (std::find(path.begin(), path.end(), next) != path.end()) continue;
    if (!best_step(view, path.back(), next, options)) continue;
    path.push_back(next);
    enumerate(view, options, to, path, found);
    path.pop_back();
  }
}

double length_of(const View& view, const Vertices& path, const PathOptions& options) {
  double out = 0;
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    const auto step = best_step(view, path[i], path[i + 1], options);
    out += options.by == Length::hops ? 1 : 1 / view.edges()[step->edge].weight;
  }
  return out;
}

std::vector<Vertices> slow_paths(const View& view, std::uint32_t from, std::uint32_t to, const PathOptions& options) {
  std::vector<Vertices> found;
  Vertices path = {from};
  enumerate(view, options, to, path, found);
  std::sort(found.begin(), found.end(), [&](const Vertices& a, const Vertices& b) {
    return std::pair(length_of(view, a, options), a) < std::pair(length_of(view, b, options), b);
  });
  if (found.size() > options.most) found.resize(options.most);
  return found;
}

Vertices vertices_on(const View& view, const Path& path) {
  Vertices out = {static_cast<std::uint32_t>(path.start)};
  for (const Step& step : path.steps) {
    const Edge& edge = view.edges()[step.edge];
    CHECK((step.forward ? edge.from : edge.to) == static_cast<VertexId>(out.back()));
    out.push_back(static_cast<std::uint32_t>(step.forward ? edge.to : edge.from));
  }
  return out;
}

void check_against_enumeration(const View& view, std::uint32_t from, std::uint32_t to, const PathOptions& options) {
  const auto want = slow_paths(view, from, to, options);
  const auto got = view.paths(static_cast<VertexId>(from), static_cast<VertexId>(to), options);
  REQUIRE(got.size() == want.size());
  for (std::size_t i = 0; i < got.size(); ++i) {
    CHECK(vertices_on(view, got[i]) == want[i]);
    CHECK(got[i].length == length_of(view, want[i], options));
    for (std::size_t hop = 0; hop < got[i].steps.size(); ++hop) {
      const auto step = best_step(view, want[i][hop], want[i][hop + 1], options);
      CHECK(got[i].steps[hop].edge == step->edge);
      CHECK(got[i].steps[hop].forward == step->forward);
    }
  }
}

// Weights of 0, 1/4, 1/2 and 1, so that lengths add up without rounding, whatever the order, and often tie.
View with_exact_lengths(const View& view) {
  std::vector<Edge> edges = view.edges();
  for (Edge& edge : edges) edge.weight = edge.weight == 1.5 ? 0.25 : edge.weight;
  for (std::size_t i = 0; i < edges.size(); i += 7) edges[i].weight = 0;
  return {view.vertices(), std::move(edges)};
}

TEST_CASE("paths: the same as enumerating and sorting all simple paths") {
  std::mt19937 random(4);
  const std::vector<std::vector<EdgeKind>> kinds = {
      {}, {EdgeKind::support}, {EdgeKind::claim, EdgeKind::oppose, EdgeKind::neutral}};
  for (int round = 0; round < 600; ++round) {
    const View view =
        round % 2 == 0 ? generated_view(random, 7, 18) : with_exact_lengths(generated_view(random, 7, 18));
    const auto from = static_cast<std::uint32_t>(random() % view.vertices().size());
    const auto to = static_cast<std::uint32_t>(random() % view.vertices().size());
    const PathOptions options{.most = random() % 12,
                              .by = round % 2 == 0 ? Length::hops : Length::weight,
                              .directed = random() % 2 == 0,
                              .kinds = kinds[random() % 3]};
    CAPTURE(round);
    check_against_enumeration(view, from, to, options);
  }
}

TEST_CASE("paths: the hop takes the strongest allowed edge, in the direction it has") {
  const View view(numbered_vertices(3), {
                                            edge_of(0, 1, EdgeKind::claim, 1),
                                            edge_of(1, 0, EdgeKind::oppose, 3),
                                            edge_of(0, 1, EdgeKind::support, 2),
                                            edge_of(0, 1, EdgeKind::neutral, 2),
                                            edge_of(1, 1, EdgeKind::claim, 9),
                                            edge_of(1, 2, EdgeKind::claim, 1),
                                        });
  struct Case {
    bool directed;
    std::vector<EdgeKind> kinds;
    std::vector<std::pair<std::size_t, bool>> want;  // of the first path; empty when there is none
  };
  const Case kCases[] = {
      {false, {}, {{1, false}, {5, true}}},
      {true, {}, {{2, true}, {5, true}}},
      {true, {EdgeKind::claim}, {{0, true}, {5, true}}},
      {false, {EdgeKind::claim, EdgeKind::neutral}, {{3, true}, {5, true}}},
      {false, {EdgeKind::support}, {}},
      {true, {EdgeKind::oppose, EdgeKind::claim}, {{0, true}, {5, true}}},
  };
  for (const auto& c : kCases) {
    const auto got = view.paths(VertexId{0}, VertexId{2}, {.most = 4, .directed = c.directed, .kinds = c.kinds});
    REQUIRE(got.size() == (c.want.empty() ? 0 : 1));
    for (std::size_t i = 0; i < c.want.size(); ++i) {
      CHECK(got[0].steps[i].edge == c.want[i].first);
      CHECK(got[0].steps[i].forward == c.want[i].second);
    }
  }
  CHECK(view.paths(VertexId{2}, VertexId{0}, {.most = 4, .directed = true}).empty());
}

}  // namespace
}  // namespace claimgraph::graph
