#pragma once

#include <algorithm>
#include <type_traits>
#include <vector>

#include "claimgraph/store/store.h"

namespace claimgraph::store {

// The ids that an index has in one place, ascending and each once.
inline Result<std::vector<kg::FactId>> ids_at(const Snapshot& snapshot, FactKind kind, const IndexPlace& place) {
  std::vector<kg::FactId> out;
  const Status read = snapshot.notes(kind, place, {}, [&](const FactNote& note) {
    out.push_back(note.id);
    return true;
  });
  if (!read) return fail(read.error());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// The claims or stances that an index leads to from one place.
template <typename Fact>
Result<std::vector<Fact>> facts_at(const Snapshot& snapshot, const IndexPlace& place) {
  constexpr bool kClaims = std::is_same_v<Fact, kg::ClaimFact>;
  const auto ids = ids_at(snapshot, kClaims ? FactKind::claim : FactKind::stance, place);
  if (!ids) return fail(ids.error());
  std::vector<Fact> out;
  const auto add = [&](const Fact& fact) {
    out.push_back(fact);
    return true;
  };
  Status read;
  if constexpr (kClaims) {
    read = snapshot.claims_of(*ids, add);
  } else {
    read = snapshot.stances_of(*ids, add);
  }
  if (!read) return fail(read.error());
  return out;
}

}  // namespace claimgraph::store
