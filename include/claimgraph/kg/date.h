#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace claimgraph::kg {

// A day, month or year of the calendar as one number: 512 (year + 1) + 32 month + day, a part that is not given being
// 0. Dates are in their order; a year comes before its months and a month before its days.
enum class Date : std::uint32_t {};
inline constexpr Date kNoDate{0};  // before all others

// "2025", "2025-10" or "2025-10-24"; "" is kNoDate. Nothing when it is none of these. 29 February is in every year.
std::optional<Date> parse_date(std::string_view text);
// The inverse of parse_date().
std::string dump_date(Date date);

// The order of two dates as far as both are given: "2025" and "2025-10-24" are the same. Below 0, 0 or above 0.
int compare_as_far(Date a, Date b);
// The year, as a date.
Date year_of(Date date);
// After every date of the year of `date` and before all later ones.
Date end_of_year(Date date);

}  // namespace claimgraph::kg
