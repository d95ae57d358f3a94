#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "claimgraph/base/span.h"
#include "extract/attributions.h"

namespace claimgraph::extract {

// Attributions none of which contradicts another, found by token. Two contradict each other when their cues share a
// token, or when their contents do and neither lies in the other's content.
class Kept {
 public:
  explicit Kept(std::size_t tokens) : cue_of_(tokens, 0), touching_(tokens) {}

  // Whether the content of any attribution so far has a token of `tokens`, but for those that lie within `tokens`: a
  // quotation may hold reports of its own.
  bool touches(TokenRange tokens) const;
  // Also true when it would be one report too many within one another.
  bool contradicts(const Attribution& candidate) const;
  // Whether it lies within the content of any attribution so far: a report within a report.
  bool surrounds(const Attribution& candidate) const;

  void add(Attribution attribution);
  // Another part of the content of all()[number].
  void add_content(std::size_t number, TokenRange content);

  // In the order in which they were added.
  std::vector<Attribution>& all() { return all_; }

 private:
  std::vector<Attribution> all_;
  std::vector<std::uint32_t> cue_of_;                 // of each token: the attribution with that cue plus one, or 0
  std::vector<std::vector<std::uint32_t>> touching_;  // of each token: attributions whose content it is in
};

}  // namespace claimgraph::extract
