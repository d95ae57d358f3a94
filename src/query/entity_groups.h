#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/kg/fact.h"
#include "claimgraph/store/store.h"

#include "query/name_parts.h"

namespace claimgraph::query {

// A group's number, from 0, by the smallest entity id in it.
enum class GroupId : std::uint32_t {};

// Entities that are taken as one.
struct Group {
  std::vector<std::uint32_t> members;  // places in EntityGroups::entities(): full names first, then by mentions
  kg::EntityType type = kg::EntityType::other;
  std::uint64_t mentions = 0;
};

// All entities of a snapshot, grouped by who they are. Names of one type (or of an unknown one) are one entity when
//   1. they are the same without titles and "the";
//   2. they are persons of the same surname whose given names agree ("S. Lavrov", "Sergei Lavrov", "Sergey V. Lavrov"),
//      and there is one such person only;
//   3. one is a bare surname and there is one person of that surname only;
//   4. one is an alias of the other, and of no further one, and shortens its name ("EU" and "European Union").
// The same entities give the same groups, whatever their order. Near-linear in the number of entities. Immutable,
// thread-safe.
class EntityGroups {
 public:
  static Result<EntityGroups> load(const store::Snapshot& snapshot);
  explicit EntityGroups(std::vector<store::EntitySummary> entities);  // REQUIRES: by id

  const std::vector<store::EntitySummary>& entities() const { return entities_; }
  const std::vector<Group>& groups() const { return groups_; }
  const Group& group(GroupId id) const { return groups_[static_cast<std::size_t>(id)]; }
  // The first member, whose name and id stand for the group.
  const store::EntitySummary& head(GroupId id) const { return entities_[group(id).members.front()]; }
  std::optional<GroupId> group_of(kg::EntityId entity) const;
  std::vector<kg::EntityId> ids(GroupId id) const;

  // The groups of which a member is called `name` (words compared without "the" and a person's titles), ascending.
  std::vector<GroupId> named(std::string_view name) const;
  // The groups of persons with the surname of `name`, ascending.
  std::vector<GroupId> persons_of_surname(std::string_view name) const;
  // Those of them whose given names agree with those in `name`. The only one of the surname also fits when no given
  // names of it are known.
  std::vector<GroupId> persons_like(std::string_view name) const;

 private:
  std::vector<store::EntitySummary> entities_;
  std::vector<NameParts> parts_;   // of each entity's name
  std::vector<GroupId> group_of_;  // of each entity
  std::vector<Group> groups_;
};

// The parts of an entity's name as its type asks for.
NameParts name_parts(const store::EntitySummary& entity);

}  // namespace claimgraph::query
