#include "query/names.h"

#include <utility>

#include "query/resolve.h"

namespace claimgraph::query {

Result<const EntityGroups*> Names::groups() {
  if (!groups_) {
    auto loaded = EntityGroups::load(snapshot_);
    if (!loaded) return fail(loaded.error());
    groups_ = std::move(*loaded);
  }
  return &*groups_;
}

Result<Ids> Names::ids(std::string_view name) {
  if (name.empty()) return Ids{};
  const auto all = groups();
  if (!all) return fail(all.error());
  const auto group = resolve_group(snapshot_, **all, name);
  if (!group) return fail(group.error());
  return Ids{(**all).ids(*group)};
}

}  // namespace claimgraph::query
