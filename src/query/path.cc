#include <utility>

#include <fmt/format.h>

#include "claimgraph/query/query.h"

#include "query/edge_evidence.h"
#include "query/entity_groups.h"
#include "query/fact_reader.h"
#include "query/grouped_view.h"
#include "query/resolve.h"

namespace claimgraph::query {
namespace {

// The groups at the ends of a PathQuery.
struct Ends {
  GroupId from{};
  GroupId to{};
};

Result<Ends> ends_of(const store::Snapshot& snapshot, const EntityGroups& groups, const PathQuery& query) {
  const auto from = resolve_group(snapshot, groups, query.from);
  if (!from) return fail(from.error());
  const auto to = resolve_group(snapshot, groups, query.to);
  if (!to) return fail(to.error());
  if (*from == *to) {
    return fail(
        {.code = ErrorCode::usage,
         .message = fmt::format("'{}' and '{}' are one entity, '{}'", query.from, query.to, groups.head(*from).name),
         .hint = "a path needs two"});
  }
  return Ends{*from, *to};
}

Status add_rows(FactReader& reader, const graph::View& view, const graph::Path& path, std::uint32_t number,
                std::vector<EdgeRow>& rows) {
  for (const graph::Step& step : path.steps) {
    auto row = edge_row(reader, view, step.edge);
    if (!row) return fail(row.error());
    row->path = number;
    row->forward = step.forward;
    rows.push_back(std::move(*row));
  }
  return {};
}

}  // namespace

Result<Rows<EdgeRow>> path(const store::Snapshot& snapshot, const PathQuery& query) {
  const auto groups = EntityGroups::load(snapshot);
  if (!groups) return fail(groups.error());
  const auto ends = ends_of(snapshot, *groups, query);
  if (!ends) return fail(ends.error());
  const auto view = view_of(snapshot, *groups, query.filter);
  if (!view) return fail(view.error());
  const auto from = vertex_of(*view, *groups, ends->from);
  const auto to = vertex_of(*view, *groups, ends->to);
  Rows<EdgeRow> out;
  if (!from || !to) return out;
  FactReader reader(snapshot);
  std::uint32_t number = 0;
  for (const graph::Path& found : view->paths(*from, *to, query.options)) {
    const Status added = add_rows(reader, *view, found, ++number, out.rows);
    if (!added) return fail(added.error());
  }
  out.total = out.rows.size();
  return out;
}

}  // namespace claimgraph::query
