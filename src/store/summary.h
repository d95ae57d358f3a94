#pragma once

#include <string>
#include <vector>

#include "claimgraph/store/store.h"
#include "store/values.h"

namespace claimgraph::store {

// The most frequent spelling, ties by spelling. REQUIRES: there is one.
const std::string& name_of(const EntitySum& sum);

// An entity of that sum and those aliases (ascending).
EntitySummary summary_of(kg::EntityId id, const EntitySum& sum, std::vector<std::string> aliases);

// Adds what is said of `other` to `out`, as which it is told of: its names are aliases there. Documents are left as
// they are, since some may speak of both.
void add_other(EntitySummary& out, const EntitySum& other, const std::vector<std::string>& aliases);

}  // namespace claimgraph::store
