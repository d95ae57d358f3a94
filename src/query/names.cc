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

std::optional<kg::EntityId> Names::unlike_others(std::string_view name) {
  if (all_) return std::nullopt;
  const auto only = nearby_.unlike_others(name);
  return nearby_.status() ? only : std::nullopt;
}

std::optional<std::vector<GroupId>> Names::found_nearby(std::string_view name) {
  if (all_) return std::nullopt;
  auto found = candidates(snapshot_, nearby_, name);
  if (!found || !nearby_.status()) return std::nullopt;
  return *std::move(found);
}

Result<Ids> Names::ids(std::string_view name) {
  if (name.empty()) return Ids{};
  if (auto status = check_name(name); !status) return fail(std::move(status.error()));
  if (const auto only = unlike_others(name)) return Ids{{*only}};
  if (const auto found = found_nearby(name); found && !found->empty()) {
    const auto group = the_only(nearby_, name, *found);
    if (!group) return fail(group.error());
    return Ids{nearby_.ids(*group)};
  }
  const auto groups = all();
  if (!groups) return fail(groups.error());
  const auto group = resolve_group(snapshot_, **groups, name);
  if (!group) return fail(group.error());
  return Ids{(**groups).ids(*group)};
}

Result<Parties> Names::parties(std::string_view from, std::string_view to) {
  auto sources = ids(from);
  if (!sources) return fail(std::move(sources.error()));
  auto targets = ids(to);
  if (!targets) return fail(std::move(targets.error()));
  return Parties{*std::move(sources), *std::move(targets)};
}

Result<std::vector<kg::EntityId>> Names::any_ids(std::string_view name) {
  if (const auto only = unlike_others(name)) return std::vector{*only};
  if (const auto found = found_nearby(name)) return ids_of(nearby_, *found);
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
