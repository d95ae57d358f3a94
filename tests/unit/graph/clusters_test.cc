#include <algorithm>
#include <functional>
#include <random>
#include <vector>

#include <doctest/doctest.h>

#include "claimgraph/graph/view.h"

#include "generated_view.h"

namespace claimgraph::graph {
namespace {

using Matrix = std::vector<std::vector<double>>;
using Labels = std::vector<std::uint32_t>;

// Support less opposition between each two vertices.
Matrix net_weights(const View& view) {
  const std::size_t n = view.vertices().size();
  Matrix w(n, std::vector<double>(n));
  for (const Edge& edge : view.edges()) {
    if (edge.from == edge.to || edge.kind == EdgeKind::claim || edge.kind == EdgeKind::neutral) continue;
    const double weight = edge.kind == EdgeKind::support ? edge.weight : -edge.weight;
    w[static_cast<std::size_t>(edge.from)][static_cast<std::size_t>(edge.to)] += weight;
    w[static_cast<std::size_t>(edge.to)][static_cast<std::size_t>(edge.from)] += weight;
  }
  return w;
}

// The definition (Gomez, Jensen and Arenas 2009, equation 17), pair by pair.
double slow_quality(const Matrix& w, const Labels& labels, double resolution) {
  const std::size_t n = w.size();
  std::vector<double> plus(n), minus(n);
  double all_plus = 0, all_minus = 0;
  for (std::size_t i = 0; i < n; ++i) {
    for (const double weight : w[i]) (weight > 0 ? plus[i] : minus[i]) += std::abs(weight);
    all_plus += plus[i];
    all_minus += minus[i];
  }
  if (all_plus + all_minus == 0) return 0;
  double sum = 0;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      if (labels[i] != labels[j]) continue;
      sum += w[i][j];
      if (all_plus > 0) sum -= resolution * plus[i] * plus[j] / all_plus;
      if (all_minus > 0) sum += resolution * minus[i] * minus[j] / all_minus;
    }
  }
  return sum / (all_plus + all_minus);
}

// Whether support holds every cluster together.
bool held_together(const Matrix& w, const Labels& labels) {
  const std::size_t n = w.size();
  Labels part(n);
  for (std::uint32_t v = 0; v < n; ++v) part[v] = v;
  for (std::size_t round = 0; round < n; ++round) {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        if (w[i][j] > 0 && labels[i] == labels[j]) part[i] = std::min(part[i], part[j]);
      }
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      if (labels[i] == labels[j] && part[i] != part[j]) return false;
    }
  }
  return true;
}

// Calls `visit` with every partition of n vertices, as restricted growth strings.
void each_partition(std::size_t n, Labels& labels, const std::function<void(const Labels&)>& visit) {
  if (labels.size() == n) {
    visit(labels);
    return;
  }
  const std::uint32_t next = labels.empty() ? 0 : *std::max_element(labels.begin(), labels.end()) + 1;
  for (std::uint32_t label = 0; label <= next; ++label) {
    labels.push_back(label);
    each_partition(n, labels, visit);
    labels.pop_back();
  }
}

double best_quality(const Matrix& w, double resolution) {
  double best = -1;
  Labels labels;
  each_partition(w.size(), labels, [&](const Labels& candidate) {
    if (!held_together(w, candidate)) return;
    best = std::max(best, slow_quality(w, candidate, resolution));
  });
  return best;
}

View signed_view(std::mt19937& random, std::uint32_t most_vertices, std::uint32_t most_edges) {
  const View any = generated_view(random, most_vertices, most_edges);
  std::vector<Edge> edges = any.edges();
  for (Edge& edge : edges) {
    if (edge.kind == EdgeKind::claim) edge.kind = EdgeKind::support;
  }
  return {any.vertices(), std::move(edges)};
}

TEST_CASE("clusters: nearly always the best of all partitions that support holds together") {
  std::mt19937 random(5);
  constexpr int kRounds = 600;
  int missed = 0;
  for (int round = 0; round < kRounds; ++round) {
    const View view = signed_view(random, 8, 24);
    const double resolution = round % 3 == 0 ? 0.7 : 1;
    const double got = view.clusters({.resolution = resolution, .seed = 1, .runs = 10}).quality;
    const double best = best_quality(net_weights(view), resolution);
    CAPTURE(round);
    CHECK(got <= best + 1e-9);
    if (got < best - 1e-9) ++missed;
  }
  CHECK(missed * 200 <= kRounds);  // the search moves one vertex or cluster at a time; some optima need two at once
}

TEST_CASE("clusters: any seed gives clusters of the stated quality that support holds together") {
  std::mt19937 random(6);
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const View view = signed_view(random, 60, 150);
    const Clustering got = view.clusters({.seed = seed, .runs = 3});
    const Matrix w = net_weights(view);
    CHECK(held_together(w, got.cluster_of));
    CHECK(got.quality == doctest::Approx(slow_quality(w, got.cluster_of, 1)));
    CHECK(got.cluster_of == view.clusters({.seed = seed, .runs = 3}).cluster_of);
    for (const double share : got.stability) CHECK((share >= 1.0 / 3 - 1e-9 && share <= 1 + 1e-9));
  }
}

TEST_CASE("clusters: the consensus is what most runs agree on, pair by pair") {
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    const View view = signed_view(random, 20, 50);
    const Clustering got = view.clusters({.seed = 3, .runs = 5, .consensus = true});
    const Matrix w = net_weights(view);
    const auto n = static_cast<std::uint32_t>(view.vertices().size());
    REQUIRE(got.runs.size() == 5);
    CHECK(held_together(w, got.cluster_of));
    CHECK(got.quality == doctest::Approx(slow_quality(w, got.cluster_of, 1)));
    for (std::uint32_t a = 0; a < n; ++a) {
      for (std::uint32_t b = 0; b < n; ++b) {
        double share = 0;
        for (const Labels& run : got.runs) share += run[a] == run[b] ? 0.2 : 0;
        CHECK(got.together(VertexId{a}, VertexId{b}) == doctest::Approx(share));
        if (w[a][b] > 0 && share > 0.5) CHECK(got.cluster_of[a] == got.cluster_of[b]);
      }
    }
    for (const double share : got.stability) CHECK((share >= 0 && share <= 1 + 1e-9));
  }
}

TEST_CASE("clusters: sides of small disputes") {
  struct Case {
    const char* name;
    std::uint32_t vertices;
    std::vector<Edge> edges;
    Labels want;
  };
  const Case kCases[] = {
      {"no edges", 2, {}, {0, 1}},
      {"claims and neutral stances join nobody",
       2,
       {edge_of(0, 1, EdgeKind::claim), edge_of(0, 1, EdgeKind::neutral)},
       {0, 1}},
      {"support joins", 2, {edge_of(0, 1, EdgeKind::support)}, {0, 0}},
      {"opposition parts", 2, {edge_of(0, 1, EdgeKind::oppose)}, {0, 1}},
      {"the heavier of two opinions decides",
       2,
       {edge_of(0, 1, EdgeKind::oppose, 0.5), edge_of(1, 0, EdgeKind::support, 0.9)},
       {0, 0}},
      {"what evens out is no link", 2, {edge_of(0, 1, EdgeKind::oppose), edge_of(1, 0, EdgeKind::support)}, {0, 1}},
      {"to share an enemy is not enough",
       3,
       {edge_of(0, 2, EdgeKind::oppose), edge_of(1, 2, EdgeKind::oppose)},
       {0, 1, 2}},
      {"two camps",
       5,
       {edge_of(0, 1, EdgeKind::support), edge_of(2, 3, EdgeKind::support), edge_of(3, 4, EdgeKind::support),
        edge_of(0, 2, EdgeKind::oppose), edge_of(1, 4, EdgeKind::oppose)},
       {1, 1, 0, 0, 0}},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.name);
    const Clustering got = View(numbered_vertices(c.vertices), c.edges).clusters({});
    CHECK(got.cluster_of == c.want);
    CHECK(got.count == *std::max_element(c.want.begin(), c.want.end()) + 1);
    CHECK(got.stability == std::vector<double>(c.vertices, 1.0));
  }
}

}  // namespace
}  // namespace claimgraph::graph
