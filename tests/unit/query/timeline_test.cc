#include "claimgraph/query/timeline.h"

#include <doctest/doctest.h>

#include "query/periods.h"

namespace claimgraph::query {
namespace {

TEST_CASE("period_of: a date lies in one day, week, month and year, or in none when it is less exact") {
  struct Case {
    const char* date;
    Period period;
    const char* want;
  };
  constexpr Case kCases[] = {
      {"2025-10-24", Period::day, "2025-10-24"},
      {"2025-10-24", Period::week, "2025-W43"},
      {"2025-10-24", Period::month, "2025-10"},
      {"2025-10-24", Period::year, "2025"},
      {"2024-12-30", Period::week, "2025-W01"},
      {"2021-01-03", Period::week, "2020-W53"},
      {"2026-01-01", Period::week, "2026-W01"},
      {"2025-10", Period::day, ""},
      {"2025-10", Period::week, ""},
      {"2025-10", Period::month, "2025-10"},
      {"2025", Period::month, ""},
      {"", Period::year, ""},
      {"2025-10-24T08:00", Period::day, "2025-10-24"},
      {"2025-13-01", Period::week, ""},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.date);
    CHECK(period_of(c.date, c.period) == c.want);
  }
}

}  // namespace
}  // namespace claimgraph::query
