#include "query/search.h"

#include <algorithm>
#include <memory>
#include <span>

namespace claimgraph::query {
namespace {

// `read` for each of `ids`, until the visitor wants no more.
template <typename Fact, typename ReadOne>
Status each_of(const std::vector<kg::EntityId>& ids, const std::function<bool(const Fact&)>& visit,
               const ReadOne& read) {
  bool stopped = false;
  for (std::size_t i = 0; i < ids.size() && !stopped; ++i) {
    const Status done = read(i, [&](const Fact& fact) {
      stopped = !visit(fact);
      return !stopped;
    });
    if (!done) return done;
  }
  return {};
}

bool is_about(const kg::ClaimFact& claim, std::span<const kg::EntityId> ids) {
  return std::any_of(claim.about.begin(), claim.about.end(),
                     [&](kg::EntityId about) { return std::find(ids.begin(), ids.end(), about) != ids.end(); });
}

// A claim about several of the entities stands in the index of each; the first one gives it.
Status each_claim_about(const store::Snapshot& snapshot, const std::vector<kg::EntityId>& ids,
                        const std::function<bool(const kg::ClaimFact&)>& visit) {
  return each_of<kg::ClaimFact>(ids, visit, [&](std::size_t i, const std::function<bool(const kg::ClaimFact&)>& each) {
    return snapshot.claims_about(
        ids[i], [&](const kg::ClaimFact& claim) { return is_about(claim, std::span(ids).first(i)) || each(claim); });
  });
}

}  // namespace

Search<kg::ClaimFact> claims_of(const store::Snapshot& snapshot, Pair pair) {
  // Shared by the two functions of the search.
  const auto shared = std::make_shared<const Pair>(std::move(pair));
  return {.read = [&snapshot, shared](const std::function<bool(const kg::ClaimFact&)>& visit) -> Status {
            if (shared->actors) {
              return each_of<kg::ClaimFact>(*shared->actors, visit, [&](std::size_t i, const auto& each) {
                return snapshot.claims_by_source((*shared->actors)[i], each);
              });
            }
            if (shared->targets) return each_claim_about(snapshot, *shared->targets, visit);
            return snapshot.claims(visit);
          },
          .wanted =
              [shared](const kg::ClaimFact& claim) {
                return allows(shared->actors, claim.source) && (!shared->targets || is_about(claim, *shared->targets));
              }};
}

Search<kg::StanceFact> stances_of(const store::Snapshot& snapshot, Pair pair) {
  const auto shared = std::make_shared<const Pair>(std::move(pair));  // as above
  return {.read = [&snapshot, shared](const std::function<bool(const kg::StanceFact&)>& visit) -> Status {
            if (shared->actors) {
              return each_of<kg::StanceFact>(*shared->actors, visit, [&](std::size_t i, const auto& each) {
                return snapshot.stances_by_actor((*shared->actors)[i], each);
              });
            }
            if (shared->targets) {
              return each_of<kg::StanceFact>(*shared->targets, visit, [&](std::size_t i, const auto& each) {
                return snapshot.stances_toward((*shared->targets)[i], each);
              });
            }
            return snapshot.stances(visit);
          },
          .wanted =
              [shared](const kg::StanceFact& stance) {
                return allows(shared->actors, stance.actor) && allows(shared->targets, stance.target);
              }};
}

}  // namespace claimgraph::query
