#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "claimgraph/exporters/dot.h"

namespace claimgraph::exporters {

// What a diagram has to know of a graph before it writes a line. Views `graph`, which has to outlive it.
struct PictureView {
  const query::GraphResult& graph;
  Engine engine = Engine::dot;
  std::vector<double> strength;                   // of each vertex
  double strongest = 0;                           // of the vertices
  std::vector<bool> shown;                        // of each vertex: it has an edge
  std::vector<bool> takes_side;                   // of each vertex: it has a signed edge
  std::vector<std::vector<std::size_t>> members;  // vertices of each cluster that are shown; none for clusters of one

  bool clustered(std::size_t vertex) const;
  bool has_boxes() const { return engine == Engine::dot; }
  // "Cluster 2: " and the names of its strongest members, at most `names`.
  std::string cluster_label(std::size_t cluster, std::size_t names) const;
};

PictureView picture_of(const query::GraphResult& graph);

}  // namespace claimgraph::exporters
