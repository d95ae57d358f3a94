#include "claimgraph/graph/measures.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include <doctest/doctest.h>

#include "generated_view.h"

namespace claimgraph::graph {
namespace {

using Matrix = std::vector<std::vector<double>>;

constexpr double kFar = 1e9;

Matrix square(const View& view, double fill) {
  return Matrix(view.vertices().size(), std::vector<double>(view.vertices().size(), fill));
}

std::size_t number(VertexId id) { return static_cast<std::size_t>(id); }

// The matrix of the definition, multiplied round by round.
std::vector<double> slow_page_rank(const View& view, const PageRankOptions& options) {
  const std::size_t n = view.vertices().size();
  Matrix weight = square(view, 0);
  for (const Edge& edge : view.edges()) weight[number(edge.from)][number(edge.to)] += edge.weight;
  std::vector<double> rank(n, 1.0 / static_cast<double>(n));
  for (std::uint32_t round = 0; round < options.rounds; ++round) {
    std::vector<double> next(n, (1 - options.damping) / static_cast<double>(n));
    for (std::size_t from = 0; from < n; ++from) {
      double all = 0;
      for (const double w : weight[from]) all += w;
      for (std::size_t to = 0; to < n; ++to) {
        const double share = all > 0 ? weight[from][to] / all : 1.0 / static_cast<double>(n);
        next[to] += options.damping * rank[from] * share;
      }
    }
    rank = next;
  }
  return rank;
}

// Distances and numbers of shortest ways between all, by Floyd and by counting outwards.
std::vector<double> slow_betweenness(const View& view) {
  const std::size_t n = view.vertices().size();
  Matrix hops = square(view, kFar);
  for (std::size_t v = 0; v < n; ++v) hops[v][v] = 0;
  for (const Edge& edge : view.edges()) {
    if (edge.from == edge.to) continue;
    hops[number(edge.from)][number(edge.to)] = 1;
    hops[number(edge.to)][number(edge.from)] = 1;
  }
  const Matrix tied = hops;
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) hops[i][j] = std::min(hops[i][j], hops[i][k] + hops[k][j]);
    }
  }
  Matrix ways = square(view, 0);
  for (std::size_t s = 0; s < n; ++s) {
    ways[s][s] = 1;
    for (double far = 1; far < static_cast<double>(n); ++far) {
      for (std::size_t t = 0; t < n; ++t) {
        for (std::size_t v = 0; v < n && hops[s][t] == far; ++v) {
          if (hops[s][v] == far - 1 && tied[v][t] == 1) ways[s][t] += ways[s][v];
        }
      }
    }
  }
  std::vector<double> out(n);
  for (std::size_t v = 0; v < n; ++v) {
    for (std::size_t s = 0; s < n; ++s) {
      for (std::size_t t = 0; t < n; ++t) {
        if (s == v || t == v || s == t || hops[s][t] >= kFar || hops[s][v] + hops[v][t] != hops[s][t]) continue;
        out[v] += ways[s][v] * ways[v][t] / ways[s][t] / static_cast<double>((n - 1) * (n - 2));
      }
    }
  }
  return out;
}

// All triples.
Balance slow_balance(const View& view) {
  const std::size_t n = view.vertices().size();
  Matrix net = square(view, 0);
  for (const Edge& edge : view.edges()) {
    if (edge.kind == EdgeKind::claim || edge.kind == EdgeKind::neutral || edge.from == edge.to) continue;
    const double weight = edge.kind == EdgeKind::support ? edge.weight : -edge.weight;
    net[number(edge.from)][number(edge.to)] += weight;
    net[number(edge.to)][number(edge.from)] += weight;
  }
  Balance out{.balanced_at = std::vector<std::uint64_t>(n), .frustrated_at = std::vector<std::uint64_t>(n)};
  for (std::size_t a = 0; a < n; ++a) {
    for (std::size_t b = a + 1; b < n; ++b) {
      for (std::size_t c = b + 1; c < n; ++c) {
        const double product = net[a][b] * net[b][c] * net[a][c];
        if (product == 0) continue;
        ++(product > 0 ? out.balanced : out.frustrated);
        for (const std::size_t v : {a, b, c}) ++(product > 0 ? out.balanced_at : out.frustrated_at)[v];
      }
    }
  }
  return out;
}

void check_near(const std::vector<double>& got, const std::vector<double>& want) {
  REQUIRE(got.size() == want.size());
  for (std::size_t v = 0; v < got.size(); ++v) CHECK(got[v] == doctest::Approx(want[v]).epsilon(1e-9));
}

TEST_CASE("measures: the same as by their definitions") {
  std::mt19937 random(21);
  for (int round = 0; round < 300; ++round) {
    CAPTURE(round);
    const View view = generated_view(random, 9, 30);
    const PageRankOptions options{.damping = round % 2 == 0 ? 0.85 : 0.5, .rounds = 7};
    check_near(page_rank(view, options), slow_page_rank(view, options));
    check_near(betweenness(view, {}), slow_betweenness(view));
    const Balance got = balance(view);
    const Balance want = slow_balance(view);
    CHECK(got.balanced == want.balanced);
    CHECK(got.frustrated == want.frustrated);
    CHECK(got.balanced_at == want.balanced_at);
    CHECK(got.frustrated_at == want.frustrated_at);
  }
}

TEST_CASE("page_rank: sums to 1 and puts who is spoken of before who speaks") {
  const View view(numbered_vertices(3), {edge_of(0, 2, EdgeKind::claim), edge_of(1, 2, EdgeKind::support),
                                         edge_of(0, 1, EdgeKind::oppose, 0)});
  const auto rank = page_rank(view, {});
  CHECK(rank[0] + rank[1] + rank[2] == doctest::Approx(1));
  CHECK(rank[2] > rank[0]);
  CHECK(rank[0] == doctest::Approx(rank[1]));
  CHECK(page_rank(View({}, {}), {}).empty());
}

TEST_CASE("betweenness: samples estimate, and all of them are exact") {
  std::mt19937 random(22);
  const View view = generated_view(random, 60, 90);
  const std::size_t n = view.vertices().size();
  check_near(betweenness(view, {.samples = n + 5}), betweenness(view, {}));
  for (const double share : betweenness(view, {.samples = 4})) CHECK((share >= 0 && share <= 1));
}

TEST_CASE("degrees: by sign and direction") {
  const View view(numbered_vertices(2),
                  {edge_of(0, 1, EdgeKind::support), edge_of(0, 1, EdgeKind::oppose), edge_of(1, 0, EdgeKind::claim),
                   edge_of(1, 0, EdgeKind::neutral), edge_of(1, 1, EdgeKind::oppose)});
  const auto got = degrees(view);
  CHECK(got[0] == Degree{.supports = 1, .opposes = 1, .mentioned = 2});
  CHECK(got[1] == Degree{.opposes = 1, .others = 2, .supported = 1, .opposed = 2});
}

}  // namespace
}  // namespace claimgraph::graph
