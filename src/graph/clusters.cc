#include <algorithm>
#include <cassert>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "claimgraph/graph/view.h"

#include "graph/disjoint_sets.h"
#include "graph/local_moves.h"
#include "graph/partition.h"
#include "graph/random.h"
#include "graph/signed_graph.h"

namespace claimgraph::graph {
namespace {

// Better by less than this is the same.
constexpr double kLeastQuality = 1e-12;

// One descent: local moves on the vertices, then on the clusters they made, and so on until nothing merges. Clusters
// are split where no support holds them together before each step up, so that the next cannot build on a broken one.
Partition descend(const SignedGraph& graph, double resolution, Random& random, Partition partition) {
  move_vertices(graph, resolution, random, partition);
  partition = graph.split(partition);
  while (true) {
    const SignedGraph above = graph.aggregated(partition);
    Partition merged(above.size());
    std::iota(merged.begin(), merged.end(), 0U);
    move_vertices(above, resolution, random, merged);
    merged = above.split(merged);
    if (sizes_of(merged).size() == above.size()) return partition;
    for (std::uint32_t& cluster : partition) cluster = merged[cluster];
  }
}

struct Found {
  Partition partition;
  double quality = 0;
};

// Descends again from what it found, as long as that helps.
Found search(const SignedGraph& graph, double resolution, Random random) {
  Found best;
  best.partition.resize(graph.size());
  std::iota(best.partition.begin(), best.partition.end(), 0U);
  best.quality = graph.quality(best.partition, resolution);
  while (true) {
    Found next{.partition = descend(graph, resolution, random, best.partition)};
    next.quality = graph.quality(next.partition, resolution);
    if (next.quality <= best.quality + kLeastQuality) return best;
    best = std::move(next);
  }
}

// For each vertex the share of its cluster's others that are with it in `run` too; a vertex on its own is all there
// when it is on its own in `run`.
void add_shares(const Partition& best, const Partition& run, std::vector<double>& shares) {
  const auto key = [&](std::size_t v) { return (std::uint64_t{best[v]} << 32U) | run[v]; };
  std::unordered_map<std::uint64_t, std::uint32_t> together;
  for (std::size_t v = 0; v < best.size(); ++v) ++together[key(v)];
  const auto best_sizes = sizes_of(best);
  const auto run_sizes = sizes_of(run);
  for (std::size_t v = 0; v < best.size(); ++v) {
    const std::uint32_t others = best_sizes[best[v]] - 1;
    if (others == 0) {
      shares[v] += run_sizes[run[v]] == 1 ? 1 : 0;
    } else {
      shares[v] += static_cast<double>(together[key(v)] - 1) / others;
    }
  }
}

// The clusters on which the runs agree: parts that links hold together whose ends most of them keep in one cluster.
Partition consensus(const SignedGraph& graph, const std::vector<Found>& runs) {
  DisjointSets sets(graph.size());
  for (std::uint32_t v = 0; v < graph.size(); ++v) {
    for (const Link& link : graph.links(v)) {
      if (!link.joined || link.to < v) continue;
      const auto together = std::count_if(runs.begin(), runs.end(),
                                          [&](const Found& run) { return run.partition[v] == run.partition[link.to]; });
      if (2 * static_cast<std::size_t>(together) > runs.size()) sets.join(v, link.to);
    }
  }
  Partition out(graph.size());
  for (std::uint32_t v = 0; v < graph.size(); ++v) out[v] = sets.find(v);
  return out;
}

}  // namespace

double Clustering::together(VertexId a, VertexId b) const {
  assert(!runs.empty());
  const auto one = [&](const Partition& run) {
    return run[static_cast<std::size_t>(a)] == run[static_cast<std::size_t>(b)];
  };
  return static_cast<double>(std::count_if(runs.begin(), runs.end(), one)) / static_cast<double>(runs.size());
}

Clustering View::clusters(const ClusterOptions& options) const {
  assert(options.runs > 0);
  const SignedGraph graph(*this);
  std::vector<Found> runs;
  std::size_t best = 0;
  Random seeds(options.seed);
  for (std::uint32_t i = 0; i < options.runs; ++i) {
    runs.push_back(search(graph, options.resolution, Random(seeds.next())));
    if (runs.back().quality > runs[best].quality + kLeastQuality) best = runs.size() - 1;
  }
  const Partition answer = options.consensus ? consensus(graph, runs) : runs[best].partition;
  Clustering out{.cluster_of = numbered(answer), .quality = graph.quality(numbered(answer), options.resolution)};
  for (const std::uint32_t cluster : out.cluster_of) out.count = std::max(out.count, cluster + 1);
  out.stability.resize(out.cluster_of.size());
  for (const Found& run : runs) add_shares(out.cluster_of, run.partition, out.stability);
  for (double& share : out.stability) share /= static_cast<double>(runs.size());
  for (Found& run : runs) out.runs.push_back(std::move(run.partition));
  return out;
}

}  // namespace claimgraph::graph
