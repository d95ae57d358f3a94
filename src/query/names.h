#pragma once

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/kg/fact.h"
#include "claimgraph/store/store.h"

#include "query/entity_groups.h"

namespace claimgraph::query {

using Ids = std::optional<std::vector<kg::EntityId>>;  // nothing: anybody

inline bool allows(const Ids& wanted, const std::optional<kg::EntityId>& id) {
  if (!wanted) return true;
  return id && std::find(wanted->begin(), wanted->end(), *id) != wanted->end();
}

// The names of a query; the groups of the snapshot are read when the first one asks for them. Borrows the snapshot.
// Thread-compatible.
class Names {
 public:
  explicit Names(const store::Snapshot& snapshot) : snapshot_(snapshot) {}

  // They live as long as this.
  Result<const EntityGroups*> groups();
  // All entities that `name` means; anybody for the empty name. Fails as resolve() does.
  Result<Ids> ids(std::string_view name);

 private:
  const store::Snapshot& snapshot_;
  std::optional<EntityGroups> groups_;
};

}  // namespace claimgraph::query
