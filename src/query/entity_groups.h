#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/kg/fact.h"
#include "claimgraph/store/store.h"

#include "query/groups.h"
#include "query/name_parts.h"

namespace claimgraph::query {

// Entities that are taken as one.
struct Group {
  std::vector<std::uint32_t> members;  // places in EntityGroups::entities(): full names first, then by mentions
  kg::EntityType type = kg::EntityType::other;
};

// All of them; groups are numbered by the smallest entity id in them. Near-linear in the number of entities. Immutable,
// thread-safe.
class EntityGroups : public Groups {
 public:
  static Result<EntityGroups> load(const store::Snapshot& snapshot);
  explicit EntityGroups(std::vector<store::EntitySummary> entities);  // REQUIRES: by id

  const std::vector<store::EntitySummary>& entities() const { return entities_; }
  const std::vector<Group>& groups() const { return groups_; }
  const Group& group(GroupId id) const { return groups_[static_cast<std::size_t>(id)]; }
  // The groups of persons with the surname of `name`, ascending.
  std::vector<GroupId> persons_of_surname(std::string_view name) const;

  std::size_t size() const override { return groups_.size(); }
  kg::EntityType type(GroupId id) const override { return group(id).type; }
  std::vector<const store::EntitySummary*> members(GroupId id) const override;
  std::optional<GroupId> group_of(kg::EntityId entity) const override;
  std::vector<GroupId> named(std::string_view name) const override;
  std::vector<GroupId> persons_like(std::string_view name) const override;
  std::vector<GroupId> headed(std::string_view name, kg::EntityType type) const override;

 private:
  std::vector<store::EntitySummary> entities_;
  std::vector<NameParts> parts_;   // of each entity's name
  std::vector<GroupId> group_of_;  // of each entity
  std::vector<Group> groups_;
};

}  // namespace claimgraph::query
