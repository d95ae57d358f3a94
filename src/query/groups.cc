#include "query/groups.h"

#include <algorithm>
#include <utility>

namespace claimgraph::query {

std::vector<kg::EntityId> Groups::ids(GroupId id) const {
  std::vector<kg::EntityId> out;
  for (const auto* member : members(id)) out.push_back(member->id);
  return out;
}

std::uint64_t Groups::mentions(GroupId id) const {
  std::uint64_t out = 0;
  for (const auto* member : members(id)) out += member->mentions;
  return out;
}

std::vector<GroupId> those_like(const Groups& groups, std::vector<GroupId> persons, const NameParts& wanted) {
  if (wanted.bare()) return persons;
  if (persons.size() == 1 && name_parts(groups.head(persons.front())).bare()) return persons;
  std::erase_if(persons, [&](GroupId id) {
    const auto members = groups.members(id);
    return std::none_of(members.begin(), members.end(), [&](const auto* member) {
      const NameParts parts = name_parts(*member);
      return !parts.bare() && givens_agree(parts.givens, wanted.givens);
    });
  });
  return persons;
}

std::vector<GroupId> distinct(std::vector<GroupId> groups) {
  std::sort(groups.begin(), groups.end());
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
  return groups;
}

NameParts name_parts(const store::EntitySummary& entity) {
  return name_parts(entity.name, entity.type == kg::EntityType::person ? Titles::dropped : Titles::kept);
}

}  // namespace claimgraph::query
