#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "claimgraph/base/span.h"
#include "claimgraph/rules/rule_set.h"

namespace claimgraph::extract {

// The tokens of one document that discard rules have matched. Thread-compatible.
class Discards {
 public:
  void reset() { tokens_.clear(); }
  // Notes that the discard rule at place `rule` leaves out what lies in `tokens`, of a document of `size` tokens.
  void add(std::uint32_t rule, TokenRange tokens, std::size_t size);
  // Whether a discard rule that is for `rule` has any of `tokens`. O(tokens) for each such rule that has matched.
  bool leave_out(const rules::Rule& rule, TokenRange tokens) const;

 private:
  std::map<std::uint32_t, std::vector<bool>> tokens_;  // by rule
};

}  // namespace claimgraph::extract
