#include <utility>

#include "claimgraph/query/query.h"

#include "query/fact_rows.h"
#include "query/phrases.h"
#include "query/search.h"

namespace claimgraph::query {
namespace {

// A StanceQuery with its names resolved.
Result<FactSearch> search_of(const store::Snapshot& snapshot, const StanceQuery& query) {
  auto phrases = Phrases::parse(query.says);
  if (!phrases) return fail(phrases.error());
  Names names(snapshot);
  auto parties = names.parties(query.actor, query.target);
  if (!parties) return fail(parties.error());
  auto according_to = names.ids(query.according_to);
  if (!according_to) return fail(according_to.error());
  return FactSearch{.kind = store::FactKind::stance,
                    .from = std::move(parties->from),
                    .to = std::move(parties->to),
                    .phrases = std::move(*phrases),
                    .position = query.position,
                    .according_to = std::move(*according_to)};
}

}  // namespace

Result<Rows<StanceRow>> stances(const store::Snapshot& snapshot, const StanceQuery& query) {
  const auto filter = FactFilter::make(query.filter);
  if (!filter) return fail(filter.error());
  const auto search = search_of(snapshot, query);
  if (!search) return fail(search.error());
  FactReader reader(snapshot);
  return rows_found(reader, *filter, *search, query.page, stance_row);
}

}  // namespace claimgraph::query
