#pragma once

#include <vector>

#include "claimgraph/query/query.h"

// Answers made by hand, with the names and quotes that exporters get wrong.
namespace claimgraph::exporters {

std::vector<query::ClaimRow> claim_rows();
std::vector<query::StanceRow> stance_rows();
std::vector<query::EntityRow> entity_rows();
std::vector<query::EdgeRow> path_rows();
std::vector<query::ClusterRow> cluster_rows();

// Two camps, one entity on its own and one without edges; three edges more were left out.
query::GraphResult debate();
// A ring of so many edges: for choosing by size.
query::GraphResult ring(std::size_t edges);

}  // namespace claimgraph::exporters
