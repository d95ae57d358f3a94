#include <algorithm>
#include <utility>
#include <vector>

#include "claimgraph/query/query.h"

#include "query/edge_evidence.h"
#include "query/fact_reader.h"
#include "query/grouped_view.h"
#include "query/hits.h"
#include "query/names.h"
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

// All facts that leave or enter an entity.
Result<std::vector<Spoken>> spoken_around(const store::Snapshot& snapshot, const Filter& filter, const Ids& ids) {
  auto leaving = spoken(snapshot, filter, ids, {});
  if (!leaving) return leaving;
  const auto entering = spoken(snapshot, filter, {}, ids);
  if (!entering) return fail(entering.error());
  for (const Spoken& fact : *entering) {
    if (!allows(ids, fact.from)) leaving->push_back(fact);
  }
  return leaving;
}

std::vector<kg::EntityId> ends_of(const std::vector<Spoken>& facts) {
  std::vector<kg::EntityId> out;
  for (const Spoken& fact : facts) {
    out.push_back(fact.from);
    out.push_back(fact.to);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

Result<Rows<EdgeRow>> neighbours(const store::Snapshot& snapshot, const NeighbourQuery& query) {
  if (auto status = check_name(query.name); !status) return fail(std::move(status.error()));
  Names names(snapshot);
  const auto ids = names.ids(query.name);
  if (!ids) return fail(ids.error());
  const auto facts = spoken_around(snapshot, query.filter, *ids);
  if (!facts) return fail(facts.error());
  const auto groups = names.groups_of(ends_of(*facts));
  if (!groups) return fail(groups.error());
  const graph::View view = woven(**groups, *facts);
  Rows<EdgeRow> out;
  const auto group = (**groups).group_of((**ids).front());
  const auto vertex = group ? vertex_of(view, **groups, *group) : std::nullopt;
  if (!vertex) return out;
  auto edges = edges_at(view, *vertex, query.kinds);
  out.total = edges.size();
  cut_to(query.page, edges);
  FactReader reader(snapshot);
  for (const std::uint32_t place : edges) {
    auto row = edge_row(reader, view, place);
    if (!row) return fail(row.error());
    out.rows.push_back(std::move(*row));
  }
  return out;
}

}  // namespace claimgraph::query
