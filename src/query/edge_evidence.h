#pragma once

#include <cstdint>
#include <string>

#include "claimgraph/base/error.h"
#include "claimgraph/graph/view.h"
#include "claimgraph/query/rows.h"

#include "query/fact_reader.h"

namespace claimgraph::query {

// What is to be said of the facts behind an edge.
struct EdgeEvidence {
  std::string quote;  // of the strongest: the most confident, ties by id
  std::string fact;   // its id, for show()
  DocumentRef document;
  std::string first_date;  // of all; empty when none has a date
  std::string last_date;
};

Result<EdgeEvidence> evidence_of(FactReader& reader, const graph::Edge& edge);

// The edge as an answer; `path` and `forward` are the caller's.
Result<EdgeRow> edge_row(FactReader& reader, const graph::View& view, const graph::Edge& edge);

}  // namespace claimgraph::query
