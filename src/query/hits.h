#pragma once

#include <algorithm>
#include <vector>

#include "claimgraph/kg/fact.h"
#include "claimgraph/query/page.h"
#include "claimgraph/query/rows.h"

namespace claimgraph::query {

// A fact that a query found. Borrows its document from a FactReader.
struct Hit {
  kg::FactId id;
  const DocumentRef* document = nullptr;
};

// Newest first, undated last, then by document and place in it.
void sort_newest_first(std::vector<Hit>& hits);

// Leaves what `page` asks for.
template <typename T>
void cut_to(const Page& page, std::vector<T>& rows) {
  rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(std::min(page.skip, rows.size())));
  if (page.limit != 0 && rows.size() > page.limit) {
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(page.limit), rows.end());
  }
}

}  // namespace claimgraph::query
