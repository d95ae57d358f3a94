#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "claimgraph/base/error.h"
#include "claimgraph/kg/vocabulary.h"
#include "claimgraph/query/filter.h"
#include "claimgraph/query/query.h"
#include "claimgraph/store/store.h"

namespace claimgraph::query {

enum class Period { day, week, month, year };

struct TimelineQuery {
  std::string actor;   // the source of claims and the actor of stances; empty: anybody
  std::string target;  // whom claims are about and stances toward; empty: anything
  Period by = Period::month;
  Filter filter;
};

// What was published in one period.
struct TimelineRow {
  std::string period;  // "2025-10-24", "2025-W43" (ISO 8601), "2025-10" or "2025"; empty: of no date as exact as that
  std::uint64_t documents = 0;  // with a fact that is counted here
  std::uint64_t claims = 0;
  std::uint64_t supports = 0;
  std::uint64_t opposes = 0;
  std::uint64_t neutral = 0;
};

// The periods that have facts, oldest first, the one without a name last. Names resolve as in resolve().
// O(facts of the actor, else of the target, else all).
Result<Rows<TimelineRow>> timeline(const store::Snapshot& snapshot, const TimelineQuery& query);

}  // namespace claimgraph::query

template <>
struct claimgraph::kg::Spelling<claimgraph::query::Period> {
  static constexpr std::array<std::string_view, 4> kNames = {"day", "week", "month", "year"};
};
