#include "query/fact_filter.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace claimgraph::query {
namespace {

TEST_CASE("FactFilter: bounds are inclusive and as wide as they are written") {
  struct Case {
    const char* since;
    const char* until;
    const char* published;
    bool want;
  };
  constexpr Case kCases[] = {
      {"", "", "", true},
      {"2025", "", "", false},
      {"", "2025", "", false},
      {"2025-10-24", "2025-10-24", "2025-10-24", true},
      {"2025-10-25", "", "2025-10-24", false},
      {"", "2025-10-23", "2025-10-24", false},
      {"2025-10", "2025-10", "2025-10-31", true},
      {"2025-10", "", "2025-09-30", false},
      {"", "2025-10", "2025-11-01", false},
      {"2025", "2025", "2025-12-31", true},
      {"2025", "", "2024-12-31", false},
      {"", "2024", "2025-01-01", false},
      {"2025-03", "", "2025", true},
      {"2026-03", "", "2025", false},
      {"", "2025-03", "2025-03", true},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.since);
    CAPTURE(c.until);
    CAPTURE(c.published);
    const auto filter = FactFilter::make({.since = c.since, .until = c.until});
    REQUIRE(filter.has_value());
    const kg::Date date = kg::parse_date(c.published).value();
    CHECK(filter->accepts(date) == c.want);
    const auto dates = filter->dates();
    if (c.want) CHECK((date >= dates.from && (!dates.to || date < *dates.to)));
  }
}

TEST_CASE("FactFilter: publishers are compared as people write them, any of them") {
  const auto filter = FactFilter::make({.publishers = {"le monde", "DIE  ZEIT"}});
  REQUIRE(filter.has_value());
  CHECK(filter->accepts_publisher("Le Monde"));
  CHECK(filter->accepts_publisher("Die Zeit"));
  CHECK_FALSE(filter->accepts_publisher("Le Monde diplomatique"));
  CHECK_FALSE(filter->accepts_publisher(""));
}

TEST_CASE("FactFilter: refuses what cannot be meant") {
  struct Case {
    Filter filter;
    const char* want;
  };
  const Case kCases[] = {
      {{.since = "24.10.2025"},
       "error: 'since' is '24.10.2025', which is no date (write a year, a month or a day: 2025, 2025-10 or "
       "2025-10-24)"},
      {{.until = "2025-13"},
       "error: 'until' is '2025-13', which is no date (write a year, a month or a day: 2025, 2025-10 or 2025-10-24)"},
      {{.until = "2025-04-31"},
       "error: 'until' is '2025-04-31', which is no date (write a year, a month or a day: 2025, 2025-10 or "
       "2025-10-24)"},
      {{.since = "2025-00-01"},
       "error: 'since' is '2025-00-01', which is no date (write a year, a month or a day: 2025, 2025-10 or "
       "2025-10-24)"},
      {{.since = "2025-10", .until = "2025-09-30"},
       "error: 'since' is 2025-10, after 'until', 2025-09-30 (exchange them)"},
      {{.min_confidence = 1.5}, "error: the least confidence is 1.5, not a number from 0 to 1"},
      {{.min_confidence = -0.1}, "error: the least confidence is -0.1, not a number from 0 to 1"},
  };
  for (const auto& c : kCases) {
    const auto filter = FactFilter::make(c.filter);
    REQUIRE_FALSE(filter.has_value());
    CHECK(dump(filter.error()) == c.want);
    CHECK(filter.error().code == ErrorCode::usage);
  }
}

}  // namespace
}  // namespace claimgraph::query
