#pragma once

#include <string>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/kg/fact.h"
#include "claimgraph/query/filter.h"
#include "claimgraph/query/rows.h"

namespace claimgraph::query {

// A checked Filter. Immutable, thread-safe.
class FactFilter {
 public:
  // Fails with `usage` on a bound that is no date, bounds in the wrong order, or a confidence outside of 0 to 1.
  static Result<FactFilter> make(const Filter& filter);

  bool accepts(const DocumentRef& document) const;
  bool accepts(const kg::ClaimFact& claim) const { return accepts_manner(claim) && accepts(claim.confidence); }
  bool accepts(double confidence) const { return confidence >= filter_.min_confidence; }
  // Its form and certainty alone.
  bool accepts_manner(const kg::ClaimFact& claim) const;
  // Whether form or certainty is asked for. A stance has those of the claim it was read from, and without one neither.
  bool asks_for_claim() const { return filter_.form.has_value() || filter_.certainty.has_value(); }

 private:
  explicit FactFilter(const Filter& filter);

  Filter filter_;
  std::vector<std::string> publishers_;  // folded
};

}  // namespace claimgraph::query
