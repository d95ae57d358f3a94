#include <algorithm>
#include <cstddef>
#include <utility>

#include "claimgraph/store/store.h"
#include "store/snapshot_impl.h"
#include "store/tables.h"

// Reads of claims and stances: all of them and by id, with the user's links applied.
namespace claimgraph::store {
namespace {

// Facts wanted by id are fetched this many at a time.
constexpr std::ptrdiff_t kFactsAtOnce = 64;

template <typename Table>
Status visit_these(const Reading& in, const std::vector<kg::FactId>& ids,
                   const std::function<bool(const typename Table::Value&)>& visit) {
  const auto& links = in.links();
  if (!links) return fail(links.error());
  for (auto at = ids.begin(); at != ids.end();) {
    const auto end = at + std::min(kFactsAtOnce, ids.end() - at);
    auto facts = load_all<Table>(in.moment, {at, end});
    if (!facts) return fail(std::move(facts.error()));
    for (auto& fact : *facts) {
      links->apply(fact);
      if (!visit(fact)) return {};
    }
    at = end;
  }
  return {};
}

template <typename Table>
Status visit_all(const Reading& in, const std::function<bool(const typename Table::Value&)>& visit) {
  const auto& links = in.links();
  if (!links) return fail(links.error());
  return visit_rows<Table>(in.moment, "", [&](const auto&, typename Table::Value fact) {
    links->apply(fact);
    return visit(fact);
  });
}

template <typename Table>
Result<std::optional<typename Table::Value>> load_linked(const Reading& in, kg::FactId id) {
  const auto& links = in.links();
  if (!links) return fail(links.error());
  auto fact = load<Table>(in.moment, id);
  if (fact && *fact) links->apply(**fact);
  return fact;
}

}  // namespace

Result<std::optional<kg::ClaimFact>> Snapshot::claim(kg::FactId id) const { return load_linked<Claims>(*impl_, id); }

Result<std::optional<kg::StanceFact>> Snapshot::stance(kg::FactId id) const { return load_linked<Stances>(*impl_, id); }

Status Snapshot::claims(const ClaimVisit& visit) const { return visit_all<Claims>(*impl_, visit); }

Status Snapshot::stances(const StanceVisit& visit) const { return visit_all<Stances>(*impl_, visit); }

Status Snapshot::claims_of(const std::vector<kg::FactId>& ids, const ClaimVisit& visit) const {
  return visit_these<Claims>(*impl_, ids, visit);
}

Status Snapshot::stances_of(const std::vector<kg::FactId>& ids, const StanceVisit& visit) const {
  return visit_these<Stances>(*impl_, ids, visit);
}

}  // namespace claimgraph::store
