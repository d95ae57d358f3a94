#include "query/numbering.h"

#include <algorithm>
#include <tuple>

namespace claimgraph::query {

Numbering::Numbering(const Groups& groups, std::vector<GroupId> touched) : vertex_of_group_(groups.size()) {
  std::sort(touched.begin(), touched.end());
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  std::sort(touched.begin(), touched.end(), [&](GroupId a, GroupId b) {
    const auto& x = groups.head(a);
    const auto& y = groups.head(b);
    return std::tie(x.name, x.id) < std::tie(y.name, y.id);
  });
  for (const GroupId id : touched) {
    vertex_of_group_[static_cast<std::size_t>(id)] = static_cast<graph::VertexId>(vertices_.size());
    const auto& head = groups.head(id);
    vertices_.push_back({.entity = head.id, .name = head.name, .type = groups.type(id)});
  }
}

}  // namespace claimgraph::query
