#pragma once

#include <optional>
#include <string_view>

#include "claimgraph/base/error.h"
#include "claimgraph/graph/view.h"
#include "claimgraph/query/filter.h"
#include "claimgraph/store/store.h"

#include "query/entity_groups.h"

namespace claimgraph::query {

// What view() gives, over groups that are already there.
Result<graph::View> view_of(const store::Snapshot& snapshot, const EntityGroups& groups, const Filter& filter);

// The vertex of a group: nothing when none of the facts in the view is about it.
std::optional<graph::VertexId> vertex_of(const graph::View& view, const EntityGroups& groups, GroupId group);

}  // namespace claimgraph::query
