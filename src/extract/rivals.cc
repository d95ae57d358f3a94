#include "extract/rivals.h"

#include <algorithm>

namespace claimgraph::extract {

Rivals::Rivals(std::size_t tokens, std::span<const Attribution> candidates, std::span<const std::uint32_t> numbers,
               std::span<const std::uint32_t> heads)
    : candidates_(candidates),
      heads_(heads),
      by_head_(numbers.begin(), numbers.end()),
      first_(candidates.size()),
      cues_before_(tokens + 1) {
  std::stable_sort(by_head_.begin(), by_head_.end(), [&](auto a, auto b) { return heads_[a] < heads_[b]; });
  for (std::uint32_t i = 0; i < by_head_.size(); ++i) {
    const bool begins = i == 0 || heads_[by_head_[i]] != heads_[by_head_[i - 1]];
    first_[by_head_[i]] = begins ? i : first_[by_head_[i - 1]];
    if (begins) cues_before_[heads_[by_head_[i]] + 1] = 1;
  }
  for (std::size_t t = 1; t <= tokens; ++t) cues_before_[t] += cues_before_[t - 1];
}

std::span<const std::uint32_t> Rivals::of(std::uint32_t number) const {
  const std::size_t first = first_[number];
  std::size_t end = first;
  while (end < by_head_.size() && end < first + kMost && heads_[by_head_[end]] == heads_[number]) ++end;
  return std::span(by_head_).subspan(first, end - first);
}

std::uint32_t Rivals::cues_within(std::uint32_t number) const {
  std::uint32_t cues = 0;
  for (const TokenRange content : candidates_[number].contents)
    cues += cues_before_[content.end] - cues_before_[content.begin];
  return cues;
}

}  // namespace claimgraph::extract
