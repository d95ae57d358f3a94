#include "query/periods.h"

#include <charconv>
#include <chrono>

#include <fmt/format.h>

namespace claimgraph::query {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::size_t kYear = 4;  // bytes of a date that gives no more
constexpr std::size_t kMonth = 7;
constexpr std::size_t kDay = 10;

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// ISO 8601: a week belongs to the year of its Thursday.
std::string week_of(sys_days day) {
  const unsigned weekday = std::chrono::weekday(day).iso_encoding();
  const sys_days thursday = day + days(4 - static_cast<int>(weekday));
  const auto year = year_month_day(thursday).year();
  const auto passed = (thursday - sys_days(year / std::chrono::January / 1)).count();
  return fmt::format("{:04}-W{:02}", static_cast<int>(year), passed / 7 + 1);
}

}  // namespace

std::string period_of(std::string_view date, Period period) {
  const auto first = [&](std::size_t size) { return date.size() < size ? "" : std::string(date.substr(0, size)); };
  switch (period) {
    case Period::year: return first(kYear);
    case Period::month: return first(kMonth);
    case Period::day: return first(kDay);
    case Period::week: break;
  }
  if (date.size() < kDay) return {};
  const year_month_day day(std::chrono::year(number(date.substr(0, 4))),
                           std::chrono::month(static_cast<unsigned>(number(date.substr(5, 2)))),
                           std::chrono::day(static_cast<unsigned>(number(date.substr(8, 2)))));
  return day.ok() ? week_of(sys_days(day)) : "";
}

}  // namespace claimgraph::query
