#pragma once

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/kg/fact.h"
#include "claimgraph/store/store.h"

#include "query/entity_groups.h"
#include "query/nearby_groups.h"

namespace claimgraph::query {

using Ids = std::optional<std::vector<kg::EntityId>>;  // nothing: anybody

inline bool allows(const Ids& wanted, const std::optional<kg::EntityId>& id) {
  if (!wanted) return true;
  return id && std::find(wanted->begin(), wanted->end(), *id) != wanted->end();
}

// Whom the facts of a question go from and to.
struct Parties {
  Ids from, to;
};

// The names of a query. They are looked up one by one; all entities of the snapshot are read only for who has to be
// told which names there are, or for names that are like very many others. Borrows the snapshot. Thread-compatible.
class Names {
 public:
  explicit Names(const store::Snapshot& snapshot) : snapshot_(snapshot), nearby_(snapshot) {}

  // All entities; they live as long as this.
  Result<const EntityGroups*> all();
  // The groups of these entities and perhaps of more; they live as long as this.
  Result<const Groups*> groups_of(const std::vector<kg::EntityId>& entities);

  // All entities that `name` means; anybody for the empty name. Fails as resolve() does.
  Result<Ids> ids(std::string_view name);
  Result<Parties> parties(std::string_view from, std::string_view to);
  // All entities that it may mean, and none when nobody is called so.
  Result<std::vector<kg::EntityId>> any_ids(std::string_view name);
  // The error of a name that nothing is called.
  Error unknown(std::string_view name);

 private:
  // The only entity that `name` may mean, where nearby_ is sure at once.
  std::optional<kg::EntityId> unlike_others(std::string_view name);
  // The groups of nearby_ that `name` may mean; nothing when they do not tell, or all entities are read already.
  std::optional<std::vector<GroupId>> found_nearby(std::string_view name);

  const store::Snapshot& snapshot_;
  NearbyGroups nearby_;
  std::optional<EntityGroups> all_;
};

}  // namespace claimgraph::query
