#include "query/names.h"

#include <utility>

#include "query/resolve.h"

namespace claimgraph::query {
namespace {

// Above this many entities, to read all is less work than to look them up one by one.
constexpr std::size_t kMostNearby = 2'000;

std::vector<kg::EntityId> ids_of(const Groups& groups, const std::vector<GroupId>& found) {
  std::vector<kg::EntityId> out;
  for (const GroupId group : found) {
    const auto ids = groups.ids(group);
    out.insert(out.end(), ids.begin(), ids.end());
  }
  return out;
}

}  // namespace

Result<const EntityGroups*> Names::all() {
  if (!all_) {
    auto loaded = EntityGroups::load(snapshot_);
    if (!loaded) return fail(loaded.error());
    all_.emplace(*std::move(loaded));
  }
  return &*all_;
}

Result<const Groups*> Names::groups_of(const std::vector<kg::EntityId>& entities) {
  if (!all_ && entities.size() <= kMostNearby) {
    for (const kg::EntityId entity : entities) static_cast<void>(nearby_.group_of(entity));
    if (nearby_.status()) return &nearby_;
  }
  const auto groups = all();
  if (!groups) return fail(groups.error());
  return *groups;
}

Result<Ids> Names::ids(std::string_view name) {
  if (name.empty()) return Ids{};
  if (auto status = check_name(name); !status) return fail(std::move(status.error()));
  if (!all_) {
    if (const auto only = nearby_.unlike_others(name); only && nearby_.status()) return Ids{std::vector{*only}};
    const auto found = candidates(snapshot_, nearby_, name);
    if (found && nearby_.status() && found->size() == 1) return Ids{nearby_.ids(found->front())};
  }
  const auto groups = all();
  if (!groups) return fail(groups.error());
  const auto group = resolve_group(snapshot_, **groups, name);
  if (!group) return fail(group.error());
  return Ids{(**groups).ids(*group)};
}

Result<std::vector<kg::EntityId>> Names::any_ids(std::string_view name) {
  if (!all_) {
    if (const auto only = nearby_.unlike_others(name); only && nearby_.status()) return std::vector{*only};
    const auto found = candidates(snapshot_, nearby_, name);
    if (found && nearby_.status()) return ids_of(nearby_, *found);
  }
  const auto groups = all();
  if (!groups) return fail(groups.error());
  const auto found = candidates(snapshot_, **groups, name);
  if (!found) return fail(found.error());
  return ids_of(**groups, *found);
}

Error Names::unknown(std::string_view name) {
  const auto groups = all();
  return groups ? unknown_name(**groups, name) : groups.error();
}

}  // namespace claimgraph::query
