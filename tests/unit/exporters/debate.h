#pragma once

#include <vector>

#include "claimgraph/query/comparison.h"
#include "claimgraph/query/contradictions.h"
#include "claimgraph/query/measures.h"
#include "claimgraph/query/network.h"
#include "claimgraph/query/query.h"
#include "claimgraph/query/timeline.h"

// Answers made by hand, with the names and quotes that exporters get wrong.
namespace claimgraph::exporters {

std::vector<query::ClaimRow> claim_rows();
std::vector<query::StanceRow> stance_rows();
std::vector<query::EntityRow> entity_rows();
std::vector<query::EdgeRow> path_rows();
std::vector<query::ClusterRow> cluster_rows();
std::vector<query::CompanionRow> companion_rows();
std::vector<query::TimelineRow> timeline_rows();
std::vector<query::ContradictionRow> contradiction_rows();
std::vector<query::ComparisonRow> comparison_rows();
std::vector<query::TieRow> tie_rows();
std::vector<query::MeasureRow> measure_rows();

// Two camps, one entity on its own and one without edges; three edges more were left out.
query::GraphResult debate();
// A ring of so many edges: for choosing by size.
query::GraphResult ring(std::size_t edges);

}  // namespace claimgraph::exporters
