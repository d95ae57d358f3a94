#include <utility>

#include "claimgraph/query/query.h"

#include "query/fact_rows.h"
#include "query/phrases.h"
#include "query/search.h"

namespace claimgraph::query {
namespace {

// A StanceQuery with its names resolved.
struct Plan {
  Pair pair;
  Ids according_to;
  Phrases phrases;
};

Result<Plan> plan_of(const store::Snapshot& snapshot, const StanceQuery& query) {
  auto phrases = Phrases::parse(query.says);
  if (!phrases) return fail(phrases.error());
  Names names(snapshot);
  auto actors = names.ids(query.actor);
  if (!actors) return fail(actors.error());
  auto targets = names.ids(query.target);
  if (!targets) return fail(targets.error());
  auto according_to = names.ids(query.according_to);
  if (!according_to) return fail(according_to.error());
  return Plan{.pair = {.actors = std::move(*actors), .targets = std::move(*targets)},
              .according_to = std::move(*according_to),
              .phrases = std::move(*phrases)};
}

}  // namespace

Result<Rows<StanceRow>> stances(const store::Snapshot& snapshot, const StanceQuery& query) {
  const auto filter = FactFilter::make(query.filter);
  if (!filter) return fail(filter.error());
  const auto plan = plan_of(snapshot, query);
  if (!plan) return fail(plan.error());
  FactReader reader(snapshot);
  auto search = stances_of(snapshot, plan->pair);
  search.wanted = [&, in_pair = std::move(search.wanted)](const kg::StanceFact& stance) {
    if (query.position && stance.position != *query.position) return false;
    return in_pair(stance) && allows(plan->according_to, stance.according_to) && plan->phrases.said_in(stance.evidence);
  };
  return rows_found(reader, *filter, search, query.page, stance_row);
}

}  // namespace claimgraph::query
