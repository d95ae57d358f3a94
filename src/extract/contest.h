#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/attributions.h"
#include "extract/feature_list.h"
#include "extract/rivals.h"

namespace claimgraph::extract {

// The feature of a candidate's own first score. A model that does not weigh it looks at nothing twice.
inline constexpr std::string_view kOwnScore = "second.own";

// How the candidates of a document stand by their scores: what else is proposed for the same cue, for what they report
// and for what they stand in, and how good that is. A second look at each candidate may weigh it. Immutable.
class Contest {
 public:
  // `numbers` are the candidates that count, which have a score; `heads` the head of the cue of each of `candidates`.
  // All outlive this.
  Contest(std::size_t tokens, std::span<const Attribution> candidates, std::span<const std::uint32_t> numbers,
          std::span<const std::uint32_t> heads, const Rivals& rivals);

  // Replaces what is in `out` by what the others' scores tell of a candidate. O(its content).
  void read(std::uint32_t number, FeatureList& out) const;

 private:
  std::span<const Attribution> candidates_;
  std::span<const std::uint32_t> heads_;
  const Rivals& rivals_;
  std::vector<double> at_;      // of each token: the best score of the candidates whose cue it heads
  std::vector<double> around_;  // of each token: the best score of those whose content it is in
};

}  // namespace claimgraph::extract
