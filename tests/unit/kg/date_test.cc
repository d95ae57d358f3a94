#include "claimgraph/kg/date.h"

#include <string>

#include <doctest/doctest.h>

namespace claimgraph::kg {
namespace {

TEST_CASE("parse_date: a year, a month or a day; dump_date is its inverse") {
  std::string last;
  for (const char* text :
       {"", "0000", "2024", "2024-02", "2024-02-01", "2024-02-29", "2024-12-31", "2025", "9999-12-31"}) {
    CAPTURE(text);
    const auto date = parse_date(text);
    REQUIRE(date.has_value());
    CHECK(dump_date(*date) == text);
    CHECK((last.empty() || parse_date(last) < date));
    last = text;
  }
  for (const char* text : {"1", "20251", "2025-", "2025-1", "2025-13", "2025-00", "2025-02-30", "2025-04-00", "2025/04",
                           "2025-04-1x", "yesterday", "2025-04-01T10:00"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text).has_value());
  }
}

TEST_CASE("compare_as_far: as far as both are given") {
  struct Case {
    const char* a;
    const char* b;
    int want;
  };
  const Case kCases[] = {
      {"2025", "2025-10-24", 0},       {"2025-10", "2025-10-24", 0},    {"2025-10", "2025-11-24", -1},
      {"2026", "2025-11-24", 1},       {"2025-10-24", "2025-10-24", 0}, {"2025-10-25", "2025-10-24", 1},
      {"2025-10-25", "2025-09-30", 1},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.a);
    CAPTURE(c.b);
    CHECK(compare_as_far(*parse_date(c.a), *parse_date(c.b)) == c.want);
    CHECK(compare_as_far(*parse_date(c.b), *parse_date(c.a)) == -c.want);
  }
  const Date day = *parse_date("2025-10-24");
  CHECK(year_of(day) == *parse_date("2025"));
  CHECK(end_of_year(day) == *parse_date("2026"));
}

}  // namespace
}  // namespace claimgraph::kg
