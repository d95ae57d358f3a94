#include <algorithm>
#include <utility>
#include <vector>

#include "claimgraph/query/query.h"

#include "query/edge_evidence.h"
#include "query/entity_groups.h"
#include "query/fact_reader.h"
#include "query/grouped_view.h"
#include "query/hits.h"
#include "query/resolve.h"

namespace claimgraph::query {
namespace {

// The edges of some kinds that leave or enter `vertex`, strongest first, ties by place. A view has no self loops here.
std::vector<std::uint32_t> edges_at(const graph::View& view, graph::VertexId vertex,
                                    const std::vector<graph::EdgeKind>& kinds) {
  const auto leaving = view.out_edges(vertex);
  const auto entering = view.in_edges(vertex);
  std::vector<std::uint32_t> out(leaving.begin(), leaving.end());
  out.insert(out.end(), entering.begin(), entering.end());
  std::erase_if(out, [&](std::uint32_t edge) {
    return !kinds.empty() && std::find(kinds.begin(), kinds.end(), view.edges()[edge].kind) == kinds.end();
  });
  std::sort(out.begin(), out.end(), [&](std::uint32_t a, std::uint32_t b) {
    const double x = view.edges()[a].weight;
    const double y = view.edges()[b].weight;
    return x != y ? x > y : a < b;
  });
  return out;
}

}  // namespace

Result<Rows<EdgeRow>> neighbours(const store::Snapshot& snapshot, const NeighbourQuery& query) {
  const auto groups = EntityGroups::load(snapshot);
  if (!groups) return fail(groups.error());
  const auto group = resolve_group(snapshot, *groups, query.name);
  if (!group) return fail(group.error());
  const auto view = view_of(snapshot, *groups, query.filter);
  if (!view) return fail(view.error());
  Rows<EdgeRow> out;
  const auto vertex = vertex_of(*view, *groups, *group);
  if (!vertex) return out;
  auto edges = edges_at(*view, *vertex, query.kinds);
  out.total = edges.size();
  cut_to(query.page, edges);
  FactReader reader(snapshot);
  for (const std::uint32_t place : edges) {
    auto row = edge_row(reader, *view, place);
    if (!row) return fail(row.error());
    out.rows.push_back(std::move(*row));
  }
  return out;
}

}  // namespace claimgraph::query
