#pragma once

#include <cstdint>
#include <map>
#include <optional>
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
  // The place of the first discard rule that is for `rule` and has any of `tokens`; nothing when there is none.
  // O(tokens) for each such rule that has matched.
  std::optional<std::uint32_t> left_out_by(const rules::Rule& rule, TokenRange tokens) const;

 private:
  std::map<std::uint32_t, std::vector<bool>> tokens_;  // by rule
};

}  // namespace claimgraph::extract
