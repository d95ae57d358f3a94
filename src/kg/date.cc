#include "claimgraph/kg/date.h"

#include <array>

#include <fmt/format.h>

namespace claimgraph::kg {
namespace {

constexpr std::uint32_t kMonth = 32;  // days that a month has room for
constexpr std::uint32_t kYear = 512;  // the same of a year
constexpr std::string_view kShape = "0000-00-00";
constexpr std::array<std::uint32_t, 12> kDaysInMonth = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

std::uint32_t number(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char c : digits) value = value * 10 + static_cast<std::uint32_t>(c - '0');
  return value;
}

bool has_shape(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kShape[i] == '-' ? text[i] != '-' : !digit) return false;
  }
  return true;
}

std::uint32_t bits(Date date) { return static_cast<std::uint32_t>(date); }

// `date` without its last `size`.
Date without(Date date, std::uint32_t size) { return Date{bits(date) / size * size}; }

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.empty()) return kNoDate;
  if (!has_shape(text)) return std::nullopt;
  const std::uint32_t month = text.size() > 4 ? number(text.substr(5, 2)) : 0;
  const std::uint32_t day = text.size() > 7 ? number(text.substr(8, 2)) : 0;
  if (text.size() > 4 && (month < 1 || month > kDaysInMonth.size())) return std::nullopt;
  if (text.size() > 7 && (day < 1 || day > kDaysInMonth[month - 1])) return std::nullopt;
  return Date{(number(text.substr(0, 4)) + 1) * kYear + month * kMonth + day};
}

std::string dump_date(Date date) {
  if (date == kNoDate) return {};
  const std::uint32_t year = bits(date) / kYear - 1;
  const std::uint32_t month = bits(date) % kYear / kMonth;
  const std::uint32_t day = bits(date) % kMonth;
  if (month == 0) return fmt::format("{:04}", year);
  return day == 0 ? fmt::format("{:04}-{:02}", year, month) : fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

int compare_as_far(Date a, Date b) {
  const bool years = bits(a) % kYear == 0 || bits(b) % kYear == 0;
  const bool months = bits(a) % kMonth == 0 || bits(b) % kMonth == 0;
  const std::uint32_t size = years ? kYear : months ? kMonth : 1;
  const Date x = without(a, size);
  const Date y = without(b, size);
  return x < y ? -1 : x > y ? 1 : 0;
}

Date year_of(Date date) { return without(date, kYear); }

Date end_of_year(Date date) { return Date{bits(year_of(date)) + kYear}; }

}  // namespace claimgraph::kg
