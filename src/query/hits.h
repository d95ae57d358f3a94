#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/kg/date.h"
#include "claimgraph/kg/fact.h"
#include "claimgraph/query/page.h"

#include "query/fact_reader.h"

namespace claimgraph::query {

// A fact that a query found.
struct Hit {
  kg::FactId id;
  kg::Date published = kg::kNoDate;
};

// Leaves what `page` asks for, newest first, undated last, then by document and place in it. Documents are read for
// those hits alone whose dates are on the page.
Status take_page(FactReader& reader, const Page& page, std::vector<Hit>& hits);

// Leaves what `page` asks for.
template <typename T>
void cut_to(const Page& page, std::vector<T>& rows) {
  rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(std::min(page.skip, rows.size())));
  if (page.limit != 0 && rows.size() > page.limit) {
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(page.limit), rows.end());
  }
}

}  // namespace claimgraph::query
