#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "claimgraph/base/error.h"
#include "claimgraph/query/filter.h"
#include "claimgraph/query/query.h"
#include "claimgraph/store/store.h"

namespace claimgraph::query {

// How one publisher writes of a subject.
struct ComparisonRow {
  std::string publisher;        // empty: not known
  std::uint64_t documents = 0;  // with a fact that is counted here
  std::uint64_t claims_by = 0;
  std::uint64_t claims_about = 0;
  std::uint64_t supported = 0;  // stances toward the subject
  std::uint64_t opposed = 0;
  std::uint64_t neutral = 0;
  std::uint64_t supports = 0;  // stances of the subject
  std::uint64_t opposes = 0;
  std::string first_date;  // empty when none has a date
  std::string last_date;
};

// `subject` across publishers, those with most documents first, then by name. Names of publishers are compared folded.
// Fails as resolve() does.
Result<Rows<ComparisonRow>> compare(const store::Snapshot& snapshot, std::string_view subject, const Filter& filter);

}  // namespace claimgraph::query
