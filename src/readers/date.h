#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace claimgraph::readers {

// The calendar date that `written` begins with or stands for, as "YYYY-MM-DD", or nothing. Never shifted to another
// time zone. Understood are, each with or without a time of day after it:
//   2024-01-20  2024/01/20  2024.01.20  20240120   ISO 8601 with any zone and fraction
//   Sat, 20 Jan 2024                               RFC 822, also with a year of two digits
//   January 20, 2024  Jan. 20th 2024  20 January 2024  Sat Jan 20 10:00:00 2024
//   20/01/2024  01/20/2024                         only where one of the two can be no month (or both are one)
//   1705744800  1705744800000                      Unix seconds and milliseconds: the day in UTC
std::optional<std::string> parse_date(std::string_view written);

}  // namespace claimgraph::readers
