#pragma once

#include <optional>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/graph/view.h"
#include "claimgraph/query/filter.h"
#include "claimgraph/store/store.h"

#include "query/groups.h"
#include "query/names.h"

namespace claimgraph::query {

// What one fact adds to the edge between two entities; the ends of its thread are not numbered.
struct Spoken {
  kg::EntityId from{};
  kg::EntityId to{};
  graph::Thread thread;
};

// All claims and stances that `filter` lets through, from some of `from` to some of `to`, as far as they have both
// ends.
Result<std::vector<Spoken>> spoken(const store::Snapshot& snapshot, const Filter& filter, const Ids& from,
                                   const Ids& to);

// The view of these facts. Vertices are in the order of their names, edges in that of their ends and kinds.
graph::View woven(const Groups& groups, const std::vector<Spoken>& facts);

// What view() gives, over groups that are already there.
Result<graph::View> view_of(const store::Snapshot& snapshot, const Groups& groups, const Filter& filter);

// The vertex of a group: nothing when none of the facts in the view is about it.
std::optional<graph::VertexId> vertex_of(const graph::View& view, const Groups& groups, GroupId group);

}  // namespace claimgraph::query
