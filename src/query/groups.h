#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "claimgraph/kg/fact.h"
#include "claimgraph/store/store.h"

#include "query/name_parts.h"

namespace claimgraph::query {

// A group's number, from 0.
enum class GroupId : std::uint32_t {};

// Entities of a snapshot, grouped by who they are. Names of one type (or of an unknown one) are one entity when
//   1. they are the same without titles and "the";
//   2. they are persons of the same surname whose given names agree ("S. Lavrov", "Sergei Lavrov", "Sergey V. Lavrov"),
//      and there is one such person only;
//   3. one is a bare surname and there is one person of that surname only;
//   4. one is an alias of the other, and of no further one, and shortens its name ("EU" and "European Union").
// The same entities give the same groups, whatever their order. Of the names of a group the full ones come first, then
// those of most mentions.
class Groups {
 public:
  virtual ~Groups() = default;

  // The numbers of groups that there may be: all that were given out are below.
  virtual std::size_t size() const = 0;
  // In their order, of the snapshot's summaries; they live as long as the groups.
  virtual std::vector<const store::EntitySummary*> members(GroupId id) const = 0;
  virtual kg::EntityType type(GroupId id) const = 0;
  virtual std::optional<GroupId> group_of(kg::EntityId entity) const = 0;

  // The groups of which a member is called `name` (words compared without "the" and a person's titles), ascending.
  virtual std::vector<GroupId> named(std::string_view name) const = 0;
  // Those of the persons of the surname of `name` whose given names agree with those in `name`. The only one of the
  // surname also fits when no given names of it are known.
  virtual std::vector<GroupId> persons_like(std::string_view name) const = 0;
  // Those of that type whose first name folds to fold(name).
  virtual std::vector<GroupId> headed(std::string_view name, kg::EntityType type) const = 0;

  // The first member, whose name and id stand for the group.
  const store::EntitySummary& head(GroupId id) const { return *members(id).front(); }
  std::vector<kg::EntityId> ids(GroupId id) const;
  std::uint64_t mentions(GroupId id) const;

 protected:
  Groups() = default;
  Groups(const Groups&) = default;
  Groups(Groups&&) = default;
  Groups& operator=(const Groups&) = default;
  Groups& operator=(Groups&&) = default;
};

// Those of `persons`, which are all of one surname, that the name `wanted` may mean.
std::vector<GroupId> those_like(const Groups& groups, std::vector<GroupId> persons, const NameParts& wanted);

// Ascending and distinct, from numbers that may repeat.
std::vector<GroupId> distinct(std::vector<GroupId> groups);

// The parts of an entity's name as its type asks for.
NameParts name_parts(const store::EntitySummary& entity);

// What ranks members of a group: a bare name last, then most mentions first; ties by id.
inline auto member_rank(const NameParts& parts, const store::EntitySummary& entity) {
  return std::tuple(parts.bare(), ~entity.mentions, entity.id);
}

}  // namespace claimgraph::query
