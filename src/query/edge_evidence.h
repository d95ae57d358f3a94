#pragma once

#include <cstddef>

#include "claimgraph/base/error.h"
#include "claimgraph/graph/view.h"
#include "claimgraph/query/rows.h"

#include "query/fact_reader.h"

namespace claimgraph::query {

// Of the edge in that place of the view.
Result<EdgeEvidence> evidence_of(FactReader& reader, const graph::View& view, std::size_t edge);

// The edge as an answer; `path` and `forward` are the caller's.
Result<EdgeRow> edge_row(FactReader& reader, const graph::View& view, std::size_t edge);

}  // namespace claimgraph::query
