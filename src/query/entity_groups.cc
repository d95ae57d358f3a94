#include "query/entity_groups.h"

#include <algorithm>
#include <cassert>
#include <tuple>
#include <utility>

#include "query/grouping.h"

namespace claimgraph::query {
namespace {

// Ascending and distinct, from numbers that may repeat.
std::vector<GroupId> distinct(std::vector<GroupId> groups) {
  std::sort(groups.begin(), groups.end());
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
  return groups;
}

bool by_id(const store::EntitySummary& a, const store::EntitySummary& b) { return a.id < b.id; }

}  // namespace

NameParts name_parts(const store::EntitySummary& entity) {
  return name_parts(entity.name, entity.type == kg::EntityType::person ? Titles::dropped : Titles::kept);
}

Result<EntityGroups> EntityGroups::load(const store::Snapshot& snapshot) {
  std::vector<store::EntitySummary> entities;
  const Status read = snapshot.entities([&](const store::EntitySummary& entity) {
    entities.push_back(entity);
    return true;
  });
  if (!read) return fail(read.error());
  return EntityGroups(std::move(entities));
}

EntityGroups::EntityGroups(std::vector<store::EntitySummary> entities) : entities_(std::move(entities)) {
  assert(std::is_sorted(entities_.begin(), entities_.end(), by_id));
  parts_.reserve(entities_.size());
  for (const auto& entity : entities_) parts_.push_back(name_parts(entity));
  const auto first = group_entities(entities_, parts_);
  group_of_.resize(entities_.size());
  for (std::uint32_t place = 0; place < entities_.size(); ++place) {
    if (first[place] == place) {
      group_of_[place] = static_cast<GroupId>(groups_.size());
      groups_.emplace_back();
    } else {
      group_of_[place] = group_of_[first[place]];
    }
    Group& group = groups_[static_cast<std::size_t>(group_of_[place])];
    group.members.push_back(place);
    group.mentions += entities_[place].mentions;
    if (entities_[place].type != kg::EntityType::other) group.type = entities_[place].type;
  }
  const auto rank = [&](std::uint32_t place) {
    return std::tuple(parts_[place].bare(), ~entities_[place].mentions, place);
  };
  for (Group& group : groups_) {
    std::sort(group.members.begin(), group.members.end(),
              [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
  }
}

std::optional<GroupId> EntityGroups::group_of(kg::EntityId entity) const {
  const store::EntitySummary wanted{.id = entity};
  const auto found = std::lower_bound(entities_.begin(), entities_.end(), wanted, by_id);
  if (found == entities_.end() || found->id != entity) return std::nullopt;
  return group_of_[static_cast<std::size_t>(found - entities_.begin())];
}

std::vector<kg::EntityId> EntityGroups::ids(GroupId id) const {
  std::vector<kg::EntityId> out;
  for (const std::uint32_t place : group(id).members) out.push_back(entities_[place].id);
  return out;
}

std::vector<GroupId> EntityGroups::named(std::string_view name) const {
  const NameParts whole = name_parts(name, Titles::kept);
  const NameParts person = name_parts(name, Titles::dropped);
  std::vector<GroupId> out;
  for (std::size_t place = 0; place < entities_.size(); ++place) {
    const bool is_person = entities_[place].type == kg::EntityType::person;
    if (parts_[place].words == (is_person ? person : whole).words) out.push_back(group_of_[place]);
  }
  return distinct(std::move(out));
}

std::vector<GroupId> EntityGroups::persons_of_surname(std::string_view name) const {
  const NameParts wanted = name_parts(name, Titles::dropped);
  std::vector<GroupId> out;
  for (std::size_t place = 0; place < entities_.size(); ++place) {
    const bool person = entities_[place].type == kg::EntityType::person;
    if (person && parts_[place].surname == wanted.surname) out.push_back(group_of_[place]);
  }
  return distinct(std::move(out));
}

std::vector<GroupId> EntityGroups::persons_like(std::string_view name) const {
  std::vector<GroupId> found = persons_of_surname(name);
  const NameParts wanted = name_parts(name, Titles::dropped);
  if (wanted.bare()) return found;
  const auto head_is_bare = [&](GroupId id) { return parts_[group(id).members.front()].bare(); };
  if (found.size() == 1 && head_is_bare(found.front())) return found;
  std::erase_if(found, [&](GroupId id) {
    return std::none_of(group(id).members.begin(), group(id).members.end(), [&](std::uint32_t member) {
      return !parts_[member].bare() && givens_agree(parts_[member].givens, wanted.givens);
    });
  });
  return found;
}

}  // namespace claimgraph::query
