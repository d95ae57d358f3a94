#pragma once

#include <cstdint>
#include <vector>

#include "claimgraph/store/store.h"

#include "query/name_parts.h"

namespace claimgraph::query {

// For each entity the place of the first one of its group, by the rules that EntityGroups states.
// REQUIRES: `parts` has the parts of each entity's name.
std::vector<std::uint32_t> group_entities(const std::vector<store::EntitySummary>& entities,
                                          const std::vector<NameParts>& parts);

}  // namespace claimgraph::query
