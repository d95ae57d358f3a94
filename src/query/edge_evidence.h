#pragma once

#include "claimgraph/base/error.h"
#include "claimgraph/graph/view.h"
#include "claimgraph/query/rows.h"

#include "query/fact_reader.h"

namespace claimgraph::query {

Result<EdgeEvidence> evidence_of(FactReader& reader, const graph::Edge& edge);

// The edge as an answer; `path` and `forward` are the caller's.
Result<EdgeRow> edge_row(FactReader& reader, const graph::View& view, const graph::Edge& edge);

}  // namespace claimgraph::query
