#pragma once

#include <cstdint>
#include <string>

#include "claimgraph/base/error.h"
#include "claimgraph/graph/measures.h"
#include "claimgraph/query/filter.h"
#include "claimgraph/query/page.h"
#include "claimgraph/query/query.h"
#include "claimgraph/store/store.h"

namespace claimgraph::query {

// Where an entity stands in the graph.
struct MeasureRow {
  std::string entity;
  std::string type;
  double page_rank = 0;
  double betweenness = 0;  // estimated from 1000 sources in graphs of more than 10,000 vertices
  graph::Degree degree;
  std::uint64_t triangles = 0;   // with signs all around
  std::uint64_t frustrated = 0;  // of these
};

// Of every vertex of view(), the highest PageRank first, then by name. O(V E).
Result<Rows<MeasureRow>> measures(const store::Snapshot& snapshot, const Filter& filter, const Page& page);

}  // namespace claimgraph::query
