#pragma once

#include <cstddef>
#include <vector>

#include "claimgraph/kg/fact.h"
#include "claimgraph/query/rows.h"

namespace claimgraph::query {

// A fact that a query found. Borrows its document from a FactReader.
struct Hit {
  kg::FactId id;
  const DocumentRef* document = nullptr;
};

// Newest first, undated last, then by document and place in it; without the repetitions that two indexes give.
// Returns how many there are and leaves at most `limit` of them (0: all).
std::size_t newest_first(std::vector<Hit>& hits, std::size_t limit);

}  // namespace claimgraph::query
