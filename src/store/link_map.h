#pragma once

#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/kg/fact.h"
#include "claimgraph/store/store.h"
#include "store/db.h"

namespace claimgraph::store {

// Who is who by the links of one moment. Immutable.
class LinkMap {
 public:
  LinkMap() = default;
  static Result<LinkMap> load(const Moment& moment);

  bool is_merged(kg::EntityId id) const { return head_.contains(id); }
  // The entity that `id` is told of as; itself when no link merges it.
  kg::EntityId head_of(kg::EntityId id) const;
  std::optional<kg::EntityId> head_of(const std::optional<kg::EntityId>& id) const;
  // All entities that are told of as `head`, ascending, itself among them.
  std::vector<kg::EntityId> members_of(kg::EntityId head) const;
  // Whether a link says that the entity is nobody else.
  bool is_apart(kg::EntityId id) const { return apart_.contains(id); }

  // The facts in heads, without repetitions.
  void apply(kg::ClaimFact& claim) const;
  void apply(kg::StanceFact& stance) const;

 private:
  void merge(const std::vector<kg::EntityId>& entities);
  void split(kg::EntityId entity);
  Status choose_heads(const Moment& moment);

  std::unordered_map<kg::EntityId, kg::EntityId> head_;
  std::unordered_map<kg::EntityId, std::vector<kg::EntityId>> members_;  // by head
  std::unordered_set<kg::EntityId> apart_;
};

// The links by number.
Result<std::vector<NumberedLink>> load_links(const Moment& moment);

}  // namespace claimgraph::store
