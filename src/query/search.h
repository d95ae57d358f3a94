#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/query/page.h"
#include "claimgraph/query/query.h"
#include "claimgraph/store/store.h"

#include "query/fact_filter.h"
#include "query/fact_reader.h"
#include "query/hits.h"
#include "query/plan.h"

// How every question about facts is answered: read what an index knows of them, keep what is wanted and what the filter
// lets through, order, cut, and fill in the rest.
namespace claimgraph::query {

// Visits what an index knows of the facts that `search` wants and `filter` lets through, in any order, until `visit`
// fails.
using NoteVisit = std::function<Status(const store::FactNote&)>;
Status each_found(FactReader& reader, const FactFilter& filter, const FactSearch& search, Ends ends,
                  const NoteVisit& visit);

// The page of the facts found, newest first; `row_of` makes a row of an id.
template <typename Row>
Result<Rows<Row>> rows_found(FactReader& reader, const FactFilter& filter, const FactSearch& search, const Page& page,
                             Result<Row> (*row_of)(FactReader&, kg::FactId)) {
  std::vector<Hit> hits;
  const Status read = each_found(reader, filter, search, Ends::ignored, [&](const store::FactNote& note) -> Status {
    hits.push_back({.id = note.id, .published = note.published});
    return {};
  });
  if (!read) return fail(read.error());
  Rows<Row> out{.total = hits.size()};
  if (auto status = take_page(reader, page, hits); !status) return fail(std::move(status.error()));
  for (const Hit& hit : hits) {
    auto row = row_of(reader, hit.id);
    if (!row) return fail(row.error());
    out.rows.push_back(std::move(*row));
  }
  return out;
}

}  // namespace claimgraph::query
