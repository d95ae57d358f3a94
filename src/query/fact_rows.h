#pragma once

#include "claimgraph/base/error.h"
#include "claimgraph/kg/fact.h"
#include "claimgraph/query/rows.h"

#include "query/fact_reader.h"

namespace claimgraph::query {

// The fact with that id, its names and its document. A store that has it not, or not all it refers to, is corrupt.
Result<ClaimRow> claim_row(FactReader& reader, kg::FactId id);
Result<StanceRow> stance_row(FactReader& reader, kg::FactId id);

}  // namespace claimgraph::query
