#pragma once

#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/query/page.h"
#include "claimgraph/query/query.h"
#include "claimgraph/store/store.h"

#include "query/each.h"
#include "query/fact_filter.h"
#include "query/fact_reader.h"
#include "query/hits.h"
#include "query/names.h"

// How every question about facts is answered: read the facts that an index gives, keep what is wanted and what the
// filter lets through, order, cut, and fill in the rest.
namespace claimgraph::query {

// What to read and what to keep of it. `read` gives no fact twice.
template <typename Fact>
struct Search {
  std::function<Status(const std::function<bool(const Fact&)>&)> read;
  std::function<bool(const Fact&)> wanted;
};

// The facts from some actors (sources of claims) to some targets (whom claims are about), by the index of the actors,
// else of the targets, else all. Borrow the snapshot.
struct Pair {
  Ids actors;
  Ids targets;
};
Search<kg::ClaimFact> claims_of(const store::Snapshot& snapshot, Pair pair);
Search<kg::StanceFact> stances_of(const store::Snapshot& snapshot, Pair pair);

// Calls `take(fact, document)` for every fact that `search` wants and `filter` lets through. The document lives as long
// as `reader`.
template <typename Fact, typename Take>
Status each_found(FactReader& reader, const FactFilter& filter, const Search<Fact>& search, const Take& take) {
  return each<Fact>(search.read, [&](const Fact& fact) -> Status {
    if (!search.wanted(fact)) return {};
    const auto passes = reader.passes(filter, fact);
    if (!passes) return fail(passes.error());
    if (!*passes) return {};
    const auto document = reader.document(fact.id.document);
    if (!document) return fail(document.error());
    take(fact, **document);
    return {};
  });
}

// The page of the facts found, newest first; `row_of` makes a row of an id.
template <typename Row, typename Fact>
Result<Rows<Row>> rows_found(FactReader& reader, const FactFilter& filter, const Search<Fact>& search, const Page& page,
                             Result<Row> (*row_of)(FactReader&, kg::FactId)) {
  std::vector<Hit> hits;
  const Status read = each_found(reader, filter, search, [&](const Fact& fact, const DocumentRef& document) {
    hits.push_back({.id = fact.id, .document = &document});
  });
  if (!read) return fail(read.error());
  sort_newest_first(hits);
  Rows<Row> out{.total = hits.size()};
  cut_to(page, hits);
  for (const Hit& hit : hits) {
    auto row = row_of(reader, hit.id);
    if (!row) return fail(row.error());
    out.rows.push_back(std::move(*row));
  }
  return out;
}

}  // namespace claimgraph::query
