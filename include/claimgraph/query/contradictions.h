#pragma once

#include <cstdint>
#include <string>

#include "claimgraph/base/error.h"
#include "claimgraph/query/filter.h"
#include "claimgraph/query/page.h"
#include "claimgraph/query/query.h"
#include "claimgraph/store/store.h"

namespace claimgraph::query {

struct ContradictionQuery {
  std::string actor;   // empty: anybody
  std::string target;  // empty: anything
  Filter filter;
  Page page;
};

// One who is for and against the same, or was at one time for and at another against it.
struct ContradictionRow {
  std::string actor;
  std::string target;
  std::uint64_t supports = 0;  // stances of each sign
  std::uint64_t opposes = 0;
  // The most confident stance of each sign (ties: the older), the older one first.
  StanceRow earlier;
  StanceRow later;
};

// Those with most stances of their rarer sign first, then by names. The article's own voice is nobody's.
Result<Rows<ContradictionRow>> contradictions(const store::Snapshot& snapshot, const ContradictionQuery& query);

}  // namespace claimgraph::query
