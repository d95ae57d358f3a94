#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "claimgraph/query/query.h"

namespace claimgraph::query {
namespace {

// Signed facts with both ends in a cluster.
struct Inside {
  std::uint64_t supports = 0;
  std::uint64_t opposes = 0;
};

std::vector<Inside> count_inside(const graph::View& view, const graph::Clustering& clustering) {
  std::vector<Inside> out(clustering.count);
  for (const graph::Edge& edge : view.edges()) {
    const std::uint32_t cluster = clustering.cluster_of[static_cast<std::size_t>(edge.from)];
    if (cluster != clustering.cluster_of[static_cast<std::size_t>(edge.to)]) continue;
    if (edge.kind == graph::EdgeKind::support) out[cluster].supports += edge.count;
    if (edge.kind == graph::EdgeKind::oppose) out[cluster].opposes += edge.count;
  }
  return out;
}

// How many vertices each cluster has.
std::vector<std::uint32_t> sizes_of(const graph::Clustering& clustering) {
  std::vector<std::uint32_t> out(clustering.count);
  for (const std::uint32_t cluster : clustering.cluster_of) ++out[cluster];
  return out;
}

}  // namespace

Result<Rows<ClusterRow>> clusters(const store::Snapshot& snapshot, const Filter& filter,
                                  const graph::ClusterOptions& options) {
  const auto whole = view(snapshot, filter);
  if (!whole) return fail(whole.error());
  const graph::Clustering clustering = whole->clusters(options);
  const auto inside = count_inside(*whole, clustering);
  const auto sizes = sizes_of(clustering);
  Rows<ClusterRow> out;
  for (std::size_t v = 0; v < clustering.cluster_of.size(); ++v) {
    const std::uint32_t cluster = clustering.cluster_of[v];
    if (sizes[cluster] < 2) continue;
    const graph::Vertex& vertex = whole->vertices()[v];
    out.rows.push_back({.cluster = cluster + 1,
                        .entity = vertex.name,
                        .type = std::string(kg::spell(vertex.type)),
                        .stability = clustering.stability[v],
                        .supports = inside[cluster].supports,
                        .opposes = inside[cluster].opposes});
  }
  std::stable_sort(out.rows.begin(), out.rows.end(), [](const ClusterRow& a, const ClusterRow& b) {
    return std::tie(a.cluster, b.stability, a.entity) < std::tie(b.cluster, a.stability, b.entity);
  });
  out.total = out.rows.size();
  return out;
}

}  // namespace claimgraph::query
