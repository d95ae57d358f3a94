#include <cassert>

#include "claimgraph/graph/measures.h"

namespace claimgraph::graph {
namespace {

// The edges by the vertex that they enter, each with the share of its start's rank that it carries: what a round reads
// stands in the order in which it is read.
struct Flow {
  std::vector<std::size_t> first;  // of each vertex, and one more
  std::vector<std::uint32_t> from;
  std::vector<double> share;
  std::vector<std::uint32_t> sinks;  // vertices that no edge of any weight leaves
};

Flow flow_of(const View& view) {
  const std::size_t n = view.vertices().size();
  Flow out;
  std::vector<double> leaving(n);
  out.first.assign(n + 1, 0);
  for (const Edge& edge : view.edges()) {
    leaving[static_cast<std::size_t>(edge.from)] += edge.weight;
    ++out.first[static_cast<std::size_t>(edge.to) + 1];
  }
  for (std::size_t v = 0; v < n; ++v) {
    out.first[v + 1] += out.first[v];
    if (leaving[v] <= 0) out.sinks.push_back(static_cast<std::uint32_t>(v));
  }
  out.from.resize(view.edges().size());
  out.share.resize(view.edges().size());
  std::vector<std::size_t> next(out.first.begin(), out.first.end() - 1);
  for (const Edge& edge : view.edges()) {
    const std::size_t place = next[static_cast<std::size_t>(edge.to)]++;
    const double all = leaving[static_cast<std::size_t>(edge.from)];
    out.from[place] = static_cast<std::uint32_t>(edge.from);
    out.share[place] = all > 0 ? edge.weight / all : 0;
  }
  return out;
}

}  // namespace

std::vector<double> page_rank(const View& view, const PageRankOptions& options) {
  assert(options.damping >= 0 && options.damping < 1);
  const std::size_t n = view.vertices().size();
  if (n == 0) return {};
  const Flow flow = flow_of(view);
  std::vector<double> rank(n, 1.0 / static_cast<double>(n));
  std::vector<double> next(n);
  for (std::uint32_t round = 0; round < options.rounds; ++round) {
    double stuck = 0;
    for (const std::uint32_t sink : flow.sinks) stuck += rank[sink];
    const double base = (1 - options.damping + options.damping * stuck) / static_cast<double>(n);
    for (std::size_t v = 0; v < n; ++v) {
      double sum = 0;
      for (std::size_t i = flow.first[v]; i < flow.first[v + 1]; ++i) sum += rank[flow.from[i]] * flow.share[i];
      next[v] = base + options.damping * sum;
    }
    rank.swap(next);
  }
  return rank;
}

}  // namespace claimgraph::graph
