#include "query/fact_filter.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "claimgraph/base/utf8.h"

namespace claimgraph::query {
namespace {

Status check_date(std::string_view name, const std::string& date) {
  if (kg::parse_date(date)) return {};
  return fail({.code = ErrorCode::usage,
               .message = fmt::format("'{}' is '{}', which is no date", name, date),
               .hint = "write a year, a month or a day: 2025, 2025-10 or 2025-10-24"});
}

kg::Date date_of(std::string_view text) { return kg::parse_date(text).value_or(kg::kNoDate); }

Status check_bounds(const Filter& filter) {
  if (filter.since.empty() || filter.until.empty()) return {};
  if (kg::compare_as_far(date_of(filter.since), date_of(filter.until)) <= 0) return {};
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

FactFilter::FactFilter(const Filter& filter)
    : filter_(filter), since_(date_of(filter.since)), until_(date_of(filter.until)) {
  for (const auto& publisher : filter.publishers) publishers_.push_back(fold(publisher));
}

bool FactFilter::accepts(const store::FactNote& note) const {
  if (note.confidence < filter_.min_confidence) return false;
  if (filter_.form && note.form != filter_.form) return false;
  if (filter_.certainty && note.certainty != filter_.certainty) return false;
  return accepts(note.published);
}

bool FactFilter::accepts(kg::Date published) const {
  if (since_ == kg::kNoDate && until_ == kg::kNoDate) return true;
  if (published == kg::kNoDate) return false;
  if (since_ != kg::kNoDate && kg::compare_as_far(published, since_) < 0) return false;
  return until_ == kg::kNoDate || kg::compare_as_far(published, until_) <= 0;
}

bool FactFilter::accepts_publisher(std::string_view publisher) const {
  return publishers_.empty() || std::find(publishers_.begin(), publishers_.end(), fold(publisher)) != publishers_.end();
}

store::Snapshot::Dates FactFilter::dates() const {
  store::Snapshot::Dates out;
  if (since_ != kg::kNoDate) out.from = kg::year_of(since_);
  if (until_ != kg::kNoDate) out.to = kg::end_of_year(until_);
  if (until_ != kg::kNoDate && since_ == kg::kNoDate) out.from = kg::Date{1};
  return out;
}

}  // namespace claimgraph::query
