#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "claimgraph/query/network.h"
#include "claimgraph/query/query.h"

#include "query/edge_evidence.h"
#include "query/entity_groups.h"
#include "query/fact_reader.h"
#include "query/grouped_view.h"
#include "query/resolve.h"

namespace claimgraph::query {
namespace {

graph::View of_kinds(const graph::View& view, const std::vector<graph::EdgeKind>& kinds) {
  std::vector<std::size_t> places;
  for (std::size_t place = 0; place < view.edges().size(); ++place) {
    const graph::EdgeKind kind = view.edges()[place].kind;
    if (kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) places.push_back(place);
  }
  return view.part(places);
}

// Which vertices are at most `hops` edges from `start`, walked both ways.
std::vector<bool> within(const graph::View& view, graph::VertexId start, std::uint32_t hops) {
  std::vector<bool> reached(view.vertices().size());
  std::vector<graph::VertexId> rim = {start};
  reached[static_cast<std::size_t>(start)] = true;
  for (std::uint32_t hop = 0; hop < hops && !rim.empty(); ++hop) {
    std::vector<graph::VertexId> next;
    const auto reach = [&](graph::VertexId vertex) {
      if (reached[static_cast<std::size_t>(vertex)]) return;
      reached[static_cast<std::size_t>(vertex)] = true;
      next.push_back(vertex);
    };
    for (const graph::VertexId vertex : rim) {
      for (const std::uint32_t place : view.out_edges(vertex)) reach(view.edges()[place].to);
      for (const std::uint32_t place : view.in_edges(vertex)) reach(view.edges()[place].from);
    }
    rim = std::move(next);
  }
  return reached;
}

// The vertices around `centre` with all edges among them; an empty view when it is not there.
graph::View surroundings(const graph::View& view, std::optional<graph::VertexId> centre, std::uint32_t hops) {
  if (!centre) return {{}, {}};
  const auto reached = within(view, *centre, hops);
  std::vector<std::size_t> places;
  for (std::size_t place = 0; place < view.edges().size(); ++place) {
    const graph::Edge& edge = view.edges()[place];
    if (reached[static_cast<std::size_t>(edge.from)] && reached[static_cast<std::size_t>(edge.to)]) {
      places.push_back(place);
    }
  }
  return view.part(places);
}

// The clusters of `whole` for the vertices of `part`, numbered as in the whole.
graph::Clustering carried_over(const graph::Clustering& clusters, const graph::View& whole, const graph::View& part) {
  graph::Clustering out{.count = clusters.count, .quality = clusters.quality};
  for (const graph::Vertex& vertex : part.vertices()) {
    const auto v = static_cast<std::size_t>(*whole.find(vertex.entity));
    out.cluster_of.push_back(clusters.cluster_of[v]);
    out.stability.push_back(clusters.stability[v]);
  }
  return out;
}

Status add_evidence(const store::Snapshot& snapshot, GraphResult& result) {
  FactReader reader(snapshot);
  for (std::size_t place = 0; place < result.view.edges().size(); ++place) {
    auto evidence = evidence_of(reader, result.view, place);
    if (!evidence) return fail(evidence.error());
    result.evidence.push_back(std::move(*evidence));
  }
  return {};
}

}  // namespace

Result<GraphResult> graph(const store::Snapshot& snapshot, const GraphQuery& query) {
  const auto groups = EntityGroups::load(snapshot);
  if (!groups) return fail(groups.error());
  std::optional<GroupId> centre;
  if (!query.around.empty()) {
    const auto resolved = resolve_group(snapshot, *groups, query.around);
    if (!resolved) return fail(resolved.error());
    centre = *resolved;
  }
  const auto whole =
      query.network ? network_view(snapshot, query.filter, *query.network) : view_of(snapshot, *groups, query.filter);
  if (!whole) return fail(whole.error());
  graph::View part = of_kinds(*whole, query.kinds);
  if (centre) part = surroundings(part, vertex_of(part, *groups, *centre), query.hops);
  const std::size_t total = part.edges().size();
  if (query.most_edges != 0) part = graph::strongest(part, query.most_edges);
  GraphResult out{.view = std::move(part), .edges_total = total};
  out.clusters = carried_over(whole->clusters(query.clusters), *whole, out.view);
  const Status added = add_evidence(snapshot, out);
  if (!added) return fail(added.error());
  return out;
}

}  // namespace claimgraph::query
