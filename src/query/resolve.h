#pragma once

#include <string_view>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/store/store.h"

#include "query/entity_groups.h"

namespace claimgraph::query {

// The groups that `name` may mean, ascending: those called so, else those with that alias; a bare surname also means
// all persons who bear it. With " (type)" behind it only those of the type, and the one listed so
// (its first name, its type) before all others.
Result<std::vector<GroupId>> candidates(const store::Snapshot& snapshot, const Groups& groups, std::string_view name);

// Fails with `usage` on a name without letters.
Status check_name(std::string_view name);

// The one of those that `name` may mean; fails with `ambiguous`. REQUIRES: there are some.
Result<GroupId> the_only(const Groups& groups, std::string_view name, const std::vector<GroupId>& found);

// The one candidate; else fails with `usage` on an empty name, `not_found` or `ambiguous`, as resolve() does.
Result<GroupId> resolve_group(const store::Snapshot& snapshot, const EntityGroups& groups, std::string_view name);

// The error of a name that nothing is called.
Error unknown_name(const EntityGroups& groups, std::string_view name);

}  // namespace claimgraph::query
