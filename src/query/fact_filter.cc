#include "query/fact_filter.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "claimgraph/base/utf8.h"

namespace claimgraph::query {
namespace {

constexpr std::string_view kShape = "0000-00-00";
constexpr int kDaysInMonth[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

// Years, months and days of the calendar; 29 February is let through in every year.
bool is_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kShape[i] == '-' ? text[i] != '-' : !digit) return false;
  }
  if (text.size() == 4) return true;
  const int month = number(text.substr(5, 2));
  if (month < 1 || month > 12) return false;
  if (text.size() == 7) return true;
  const int day = number(text.substr(8, 2));
  return day >= 1 && day <= kDaysInMonth[month - 1];
}

Status check_date(std::string_view name, const std::string& date) {
  if (date.empty() || is_date(date)) return {};
  return fail({.code = ErrorCode::usage,
               .message = fmt::format("'{}' is '{}', which is no date", name, date),
               .hint = "write a year, a month or a day: 2025, 2025-10 or 2025-10-24"});
}

// The part of two dates that both give: "2025" and "2025-10-24" agree as far as "2025" goes.
int compare_dates(std::string_view a, std::string_view b) {
  const std::size_t size = std::min(a.size(), b.size());
  return a.substr(0, size).compare(b.substr(0, size));
}

Status check_bounds(const Filter& filter) {
  if (filter.since.empty() || filter.until.empty() || compare_dates(filter.since, filter.until) <= 0) return {};
  return fail({.code = ErrorCode::usage,
               .message = fmt::format("'since' is {}, after 'until', {}", filter.since, filter.until),
               .hint = "exchange them"});
}

Status check_confidence(double confidence) {
  if (confidence >= 0 && confidence <= 1) return {};
  return fail({.code = ErrorCode::usage,
               .message = fmt::format("the least confidence is {}, not a number from 0 to 1", confidence)});
}

}  // namespace

Result<FactFilter> FactFilter::make(const Filter& filter) {
  for (const Status& checked : {check_date("since", filter.since), check_date("until", filter.until),
                                check_bounds(filter), check_confidence(filter.min_confidence)}) {
    if (!checked) return fail(checked.error());
  }
  return FactFilter(filter);
}

FactFilter::FactFilter(const Filter& filter) : filter_(filter) {
  for (const auto& publisher : filter.publishers) publishers_.push_back(fold(publisher));
}

bool FactFilter::accepts(const DocumentRef& document) const {
  const bool bounded = !filter_.since.empty() || !filter_.until.empty();
  if (bounded && document.published.empty()) return false;
  if (!filter_.since.empty() && compare_dates(document.published, filter_.since) < 0) return false;
  if (!filter_.until.empty() && compare_dates(document.published, filter_.until) > 0) return false;
  return publishers_.empty() ||
         std::find(publishers_.begin(), publishers_.end(), fold(document.publisher)) != publishers_.end();
}

bool FactFilter::accepts_manner(const kg::ClaimFact& claim) const {
  if (filter_.form && claim.form != *filter_.form) return false;
  return !filter_.certainty || claim.certainty == *filter_.certainty;
}

}  // namespace claimgraph::query
