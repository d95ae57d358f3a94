#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "claimgraph/query/query.h"

#include "query/entity_groups.h"
#include "query/grouped_view.h"
#include "query/resolve.h"

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

// Clusters of at least two.
Rows<ClusterRow> rows_of(const graph::View& view, const graph::Clustering& clustering) {
  const auto inside = count_inside(view, clustering);
  const auto sizes = sizes_of(clustering);
  Rows<ClusterRow> out;
  for (std::size_t v = 0; v < clustering.cluster_of.size(); ++v) {
    const std::uint32_t cluster = clustering.cluster_of[v];
    if (sizes[cluster] < 2) continue;
    const graph::Vertex& vertex = view.vertices()[v];
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

// Those whom some run puts into one cluster with `centre`.
Rows<CompanionRow> rows_around(const graph::View& view, const graph::Clustering& clustering, graph::VertexId centre) {
  Rows<CompanionRow> out;
  for (std::uint32_t v = 0; v < clustering.cluster_of.size(); ++v) {
    const graph::VertexId other{v};
    const double together = clustering.together(centre, other);
    if (other == centre || together == 0) continue;
    const graph::Vertex& vertex = view.vertex(other);
    out.rows.push_back({.cluster = clustering.cluster_of[v] + 1,
                        .entity = vertex.name,
                        .type = std::string(kg::spell(vertex.type)),
                        .together = together});
  }
  // Vertices are in the order of their names.
  std::stable_sort(out.rows.begin(), out.rows.end(),
                   [](const CompanionRow& a, const CompanionRow& b) { return a.together > b.together; });
  out.total = out.rows.size();
  return out;
}

}  // namespace

Result<Rows<CompanionRow>> companions(const store::Snapshot& snapshot, std::string_view name, const Filter& filter,
                                      const graph::ClusterOptions& options) {
  const auto groups = EntityGroups::load(snapshot);
  if (!groups) return fail(groups.error());
  const auto group = resolve_group(snapshot, *groups, name);
  if (!group) return fail(group.error());
  const auto whole = view_of(snapshot, *groups, filter);
  if (!whole) return fail(whole.error());
  const auto centre = vertex_of(*whole, *groups, *group);
  if (!centre) return Rows<CompanionRow>{};
  return rows_around(*whole, whole->clusters(options), *centre);
}

Result<Rows<ClusterRow>> clusters(const store::Snapshot& snapshot, const Filter& filter,
                                  const graph::ClusterOptions& options) {
  const auto whole = view(snapshot, filter);
  if (!whole) return fail(whole.error());
  return rows_of(*whole, whole->clusters(options));
}

Result<Rows<ClusterRow>> components(const store::Snapshot& snapshot, const Filter& filter) {
  const auto whole = view(snapshot, filter);
  if (!whole) return fail(whole.error());
  return rows_of(*whole, whole->components());
}

}  // namespace claimgraph::query
