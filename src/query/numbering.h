#pragma once

#include <vector>

#include "claimgraph/graph/view.h"

#include "query/groups.h"

namespace claimgraph::query {

// The groups that the facts of a graph touch, as its vertices: by name, then by id, which is the order that ties
// between paths are broken in. Immutable, thread-safe.
class Numbering {
 public:
  // `touched` may name a group more than once.
  Numbering(const Groups& groups, std::vector<GroupId> touched);

  const std::vector<graph::Vertex>& vertices() const { return vertices_; }
  // REQUIRES: `group` was touched.
  graph::VertexId of(GroupId group) const { return vertex_of_group_[static_cast<std::size_t>(group)]; }

 private:
  std::vector<graph::Vertex> vertices_;
  std::vector<graph::VertexId> vertex_of_group_;
};

}  // namespace claimgraph::query
