#include "query/nearby_groups.h"

#include <algorithm>
#include <utility>

#include "claimgraph/base/utf8.h"
#include "claimgraph/kg/name.h"

#include "query/entity_groups.h"
#include "query/grouping.h"

namespace claimgraph::query {
namespace {

// Reads after which to read all entities is less work.
constexpr std::size_t kMostReads = 20'000;

std::string last_word_of(const NameParts& parts) { return parts.words.empty() ? "" : kg::word_key(parts.words.back()); }

}  // namespace

std::optional<std::uint32_t> NameClass::place_of(kg::EntityId id) const {
  const auto at = std::lower_bound(entities.begin(), entities.end(), id,
                                   [](const auto& entity, kg::EntityId wanted) { return entity.id < wanted; });
  if (at == entities.end() || at->id != id) return std::nullopt;
  return static_cast<std::uint32_t>(at - entities.begin());
}

std::vector<std::uint32_t> NameClass::members(std::uint32_t place) const {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < first.size(); ++i) {
    if (first[i] == place) out.push_back(i);
  }
  return out;
}

kg::EntityType NameClass::type(std::uint32_t place) const {
  for (const std::uint32_t member : members(place)) {
    if (entities[member].type != kg::EntityType::other) return entities[member].type;
  }
  return kg::EntityType::other;
}

void NearbyGroups::note(Status status) const {
  if (status_ && !status) status_ = std::move(status);
  if (status_ && read_ > kMostReads) {
    status_ = fail({.code = ErrorCode::limit, .message = "too many names are alike to look at one by one"});
  }
}

const NameClass& NearbyGroups::name_class(const std::string& key) const {
  const auto [at, is_new] = classes_.try_emplace(key);
  NameClass& out = at->second;
  if (!is_new || !status_) return out;
  note(snapshot_.entities_of_last_word(key, [&](const store::NameNote& name) {
    out.entities.push_back({.id = name.id, .name = name.folded, .type = name.type, .apart = name.apart});
    return ++read_ <= kMostReads;
  }));
  if (!status_) out.entities.clear();
  for (const auto& entity : out.entities) out.parts.push_back(name_parts(entity));
  Grouped grouped = group_entities(out.entities, out.parts);
  out.first = std::move(grouped.first);
  out.contested = std::move(grouped.contested);
  return out;
}

// Nothing for an id that the snapshot does not tell of.
const store::EntitySummary* NearbyGroups::summary(kg::EntityId id) const {
  const auto known = summaries_.find(id);
  if (known != summaries_.end()) return known->second ? &*known->second : nullptr;
  ++read_;
  auto read = snapshot_.entity(id);
  note(read ? Status() : fail(read.error()));
  auto& out = summaries_.emplace(id, read ? std::move(*read) : std::nullopt).first->second;
  return out ? &*out : nullptr;
}

bool NearbyGroups::is_name_of_only(const std::string& key, kg::EntityId id) const {
  const auto ids = snapshot_.entities_of_name_key(key);
  note(ids ? Status() : fail(ids.error()));
  return ids && *ids == std::vector{id};
}

std::optional<kg::EntityId> NearbyGroups::unlike_others(std::string_view name) const {
  const NameParts whole = name_parts(name, Titles::kept);
  if (whole.words.empty() || name.ends_with(')') || name_parts(name, Titles::dropped).words != whole.words) return {};
  const auto ids = snapshot_.entities_of_name_key(kg::name_key(name));
  if (!ids || ids->size() != 1) return {};
  const store::EntitySummary* entity = summary(ids->front());
  if (entity == nullptr) return {};
  const bool may_be_person = entity->type == kg::EntityType::person || entity->type == kg::EntityType::other;
  const NameParts parts = name_parts(*entity);
  if (may_be_person || parts.words != whole.words) return {};
  for (const std::string& shorter : short_names(*entity, parts)) {
    if (!is_name_of_only(shorter, entity->id)) return {};
  }
  // A person's title before the same words leaves the same name.
  bool alone = true;
  note(snapshot_.entities_with_words(name, [&](const store::EntitySummary& other) {
    alone = other.id == entity->id;
    return alone;
  }));
  return alone ? std::optional(entity->id) : std::nullopt;
}

std::optional<NearbyGroups::Core> NearbyGroups::core_of(kg::EntityId id) const {
  const store::EntitySummary* entity = summary(id);
  if (entity == nullptr || !status_) return std::nullopt;
  const NameClass& in = name_class(kg::last_word_key(entity->name));
  const auto place = in.place_of(entity->id);
  if (!place) return std::nullopt;
  return Core{&in, in.first[*place]};
}

// The words of those aliases that shorten the name.
std::vector<std::string> NearbyGroups::short_names(const store::EntitySummary& entity, const NameParts& parts) const {
  std::vector<std::string> out;
  for (const std::string& alias : entity.aliases) {
    const NameParts short_parts = name_parts(alias, Titles::kept);
    if (shortens(parts.words, short_parts.words)) out.push_back(short_parts.joined());
  }
  return out;
}

// Adds the other cores of which a member goes by `name` for short.
void NearbyGroups::add_owners(const Core& core, const std::string& name, Cores& owners) const {
  const auto ids = snapshot_.entities_of_name_key(name);
  note(ids ? Status() : fail(ids.error()));
  if (!status_) return;
  const kg::EntityType type = core.in->type(core.place);
  for (const kg::EntityId id : *ids) {
    const store::EntitySummary* entity = summary(id);
    if (entity == nullptr || owners.size() > 1) return;
    const auto names = short_names(*entity, name_parts(*entity));
    if (std::find(names.begin(), names.end(), name) == names.end()) continue;
    const auto owner = core_of(id);
    if (!owner || *owner == core || !types_agree(owner->in->type(owner->place), type)) continue;
    owners.emplace(owner->id(), *owner);
  }
}

// The only other core of which a member goes by a name of this one for short.
std::optional<NearbyGroups::Core> NearbyGroups::called_by(const Core& core) const {
  Cores owners;
  for (const std::uint32_t member : core.in->members(core.place)) {
    const std::string name = core.in->parts[member].joined();
    if (!core.in->contested[member] && !name.empty()) add_owners(core, name, owners);
  }
  if (owners.size() != 1) return std::nullopt;
  return owners.begin()->second;
}

// The other cores with a member whose name a member of this one goes by for short.
std::vector<NearbyGroups::Core> NearbyGroups::callers_of(const Core& core) const {
  std::vector<Core> out;
  for (const std::uint32_t member : core.in->members(core.place)) {
    const store::EntitySummary* entity = summary(core.in->entities[member].id);
    if (entity == nullptr) continue;
    for (const std::string& name : short_names(*entity, core.in->parts[member])) {
      const NameClass& in = name_class(last_word_of(name_parts(name, Titles::kept)));
      for (std::uint32_t place = 0; place < in.entities.size(); ++place) {
        const Core caller{&in, in.first[place]};
        if (in.parts[place].joined() == name && !(caller == core)) out.push_back(caller);
      }
    }
  }
  return out;
}

// All cores that the fourth rule may make one with this one, and what it joins among them.
NearbyGroups::Cores NearbyGroups::cores_around(const Core& core, Joins& joins) const {
  Cores out = {{core.id(), core}};
  std::vector<Core> rim = {core};
  const auto reach = [&](const Core& from, const Core& to, const Core& next) {
    joins[from.id()] = to.id();
    if (out.emplace(next.id(), next).second) rim.push_back(next);
  };
  while (!rim.empty() && status_) {
    const Core at = rim.back();
    rim.pop_back();
    if (const auto owner = called_by(at)) reach(at, *owner, *owner);
    for (const Core& caller : callers_of(at)) {
      const auto owner = called_by(caller);
      if (owner && *owner == at) reach(caller, at, caller);
    }
  }
  return out;
}

GroupId NearbyGroups::group_of(const Core& core) const {
  const auto known = group_of_.find(core.id());
  if (known != group_of_.end()) return known->second;
  Joins joins;
  const Cores cores = cores_around(core, joins);
  std::vector<Core> places;  // by id, the order in which EntityGroups joins them
  std::vector<kg::EntityType> types;
  std::vector<bool> apart;
  for (const auto& [id, each] : cores) {
    places.push_back(each);
    types.push_back(each.in->type(each.place));
    apart.push_back(each.in->entities[each.place].apart);
  }
  const auto place_of = [&](kg::EntityId id) {
    return static_cast<std::uint32_t>(std::distance(cores.begin(), cores.find(id)));
  };
  Union together(std::move(types), std::move(apart));
  for (const auto& [from, to] : joins) together.join(place_of(from), place_of(to));
  const std::uint32_t root = together.root(place_of(core.id()));
  std::vector<kg::EntityId> members;
  for (std::uint32_t i = 0; i < places.size(); ++i) {
    if (together.root(i) != root) continue;
    for (const std::uint32_t member : places[i].in->members(places[i].place)) {
      members.push_back(places[i].in->entities[member].id);
    }
  }
  return add_group(members, together.type(root));
}

GroupId NearbyGroups::add_group(const std::vector<kg::EntityId>& members, kg::EntityType type) const {
  const GroupId out{static_cast<std::uint32_t>(groups_.size())};
  Found& group = groups_.emplace_back();
  group.type = type;
  for (const kg::EntityId member : members) {
    group_of_[member] = out;
    if (const auto* entity = summary(member)) group.members.push_back(entity);
  }
  static const store::EntitySummary kNone;
  if (group.members.empty()) group.members.push_back(&kNone);  // a read failed, and status() tells
  std::sort(group.members.begin(), group.members.end(), [](const auto* a, const auto* b) {
    return member_rank(name_parts(*a), *a) < member_rank(name_parts(*b), *b);
  });
  return out;
}

std::vector<const store::EntitySummary*> NearbyGroups::members(GroupId id) const { return found(id).members; }

std::optional<GroupId> NearbyGroups::group_of(kg::EntityId entity) const {
  const auto known = group_of_.find(entity);
  if (known != group_of_.end()) return known->second;
  const auto core = core_of(entity);
  return core ? std::optional(group_of(*core)) : std::nullopt;
}

std::vector<GroupId> NearbyGroups::named(std::string_view name) const {
  const NameParts whole = name_parts(name, Titles::kept);
  const NameParts person = name_parts(name, Titles::dropped);
  std::vector<GroupId> out;
  if (whole.words.empty()) return out;
  const NameClass& in = name_class(kg::last_word_key(name));
  for (std::uint32_t place = 0; place < in.entities.size(); ++place) {
    const bool is_person = in.entities[place].type == kg::EntityType::person;
    if (in.parts[place].words == (is_person ? person : whole).words) out.push_back(group_of({&in, in.first[place]}));
  }
  return distinct(std::move(out));
}

std::vector<GroupId> NearbyGroups::persons_like(std::string_view name) const {
  const NameParts wanted = name_parts(name, Titles::dropped);
  const NameClass& in = name_class(kg::last_word_key(name));
  std::vector<GroupId> found_groups;
  for (std::uint32_t place = 0; place < in.entities.size(); ++place) {
    const bool person = in.entities[place].type == kg::EntityType::person;
    if (person && in.parts[place].surname == wanted.surname) found_groups.push_back(group_of({&in, in.first[place]}));
  }
  return those_like(*this, distinct(std::move(found_groups)), wanted);
}

std::vector<GroupId> NearbyGroups::headed(std::string_view name, kg::EntityType type) const {
  const std::string wanted = fold(name);
  const NameClass& in = name_class(kg::last_word_key(name));
  std::vector<GroupId> out;
  for (std::uint32_t place = 0; place < in.entities.size(); ++place) {
    if (in.entities[place].name != wanted) continue;
    const GroupId group = group_of({&in, in.first[place]});
    if (this->type(group) == type && fold(head(group).name) == wanted) out.push_back(group);
  }
  return distinct(std::move(out));
}

}  // namespace claimgraph::query
