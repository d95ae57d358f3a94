#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/kg/date.h"
#include "claimgraph/query/filter.h"
#include "claimgraph/store/store.h"

namespace claimgraph::query {

// A checked Filter. Immutable, thread-safe.
class FactFilter {
 public:
  // Fails with `usage` on a bound that is no date, bounds in the wrong order, or a confidence outside of 0 to 1.
  static Result<FactFilter> make(const Filter& filter);

  // All but the publisher.
  bool accepts(const store::FactNote& note) const;
  bool accepts(kg::Date published) const;
  bool accepts_publisher(std::string_view publisher) const;
  bool asks_for_publisher() const { return !publishers_.empty(); }
  // No date outside of these is accepted; some inside of them may not be.
  store::Snapshot::Dates dates() const;

 private:
  explicit FactFilter(const Filter& filter);

  Filter filter_;
  kg::Date since_ = kg::kNoDate;
  kg::Date until_ = kg::kNoDate;
  std::vector<std::string> publishers_;  // folded
};

}  // namespace claimgraph::query
