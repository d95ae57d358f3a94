#include "query/entity_groups.h"

#include <algorithm>
#include <cassert>
#include <tuple>
#include <utility>

#include "claimgraph/base/utf8.h"

#include "query/grouping.h"

namespace claimgraph::query {
namespace {

bool by_id(const store::EntitySummary& a, const store::EntitySummary& b) { return a.id < b.id; }

}  // namespace

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
  const auto first = group_entities(entities_, parts_).first;
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
    if (entities_[place].type != kg::EntityType::other) group.type = entities_[place].type;
  }
  const auto rank = [&](std::uint32_t place) { return member_rank(parts_[place], entities_[place]); };
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

std::vector<const store::EntitySummary*> EntityGroups::members(GroupId id) const {
  std::vector<const store::EntitySummary*> out;
  for (const std::uint32_t place : group(id).members) out.push_back(&entities_[place]);
  return out;
}

std::vector<GroupId> EntityGroups::named(std::string_view name) const {
  const NameParts whole = name_parts(name, Titles::kept);
  const NameParts person = name_parts(name, Titles::dropped);
  std::vector<GroupId> out;
  if (whole.words.empty()) return out;
  for (std::size_t place = 0; place < entities_.size(); ++place) {
    const bool is_person = entities_[place].type == kg::EntityType::person;
    if (parts_[place].words == (is_person ? person : whole).words) out.push_back(group_of_[place]);
  }
  return distinct(std::move(out));
}

std::vector<GroupId> EntityGroups::headed(std::string_view name, kg::EntityType type) const {
  std::vector<GroupId> out;
  const std::string wanted = fold(name);
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    const GroupId id{static_cast<std::uint32_t>(i)};
    if (groups_[i].type == type && fold(head(id).name) == wanted) out.push_back(id);
  }
  return out;
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
  return those_like(*this, persons_of_surname(name), name_parts(name, Titles::dropped));
}

}  // namespace claimgraph::query
