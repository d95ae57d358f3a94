#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "claimgraph/base/span.h"
#include "extract/attributions.h"

namespace claimgraph::extract {

// How the candidates of a document stand to one another. Immutable.
class Rivals {
 public:
  // `numbers` are the candidates that count, `heads` the head of the cue of each of `candidates`. Both spans and the
  // candidates outlive this.
  Rivals(std::size_t tokens, std::span<const Attribution> candidates, std::span<const std::uint32_t> numbers,
         std::span<const std::uint32_t> heads);

  // Candidates with the same head of the cue, this one among them: at most kMost, in order.
  std::span<const std::uint32_t> of(std::uint32_t number) const;
  // How many words in the contents of candidate `number` are heads of cues.
  std::uint32_t cues_within(std::uint32_t number) const;

 private:
  static constexpr std::size_t kMost = 16;

  std::span<const Attribution> candidates_;
  std::span<const std::uint32_t> heads_;
  std::vector<std::uint32_t> by_head_;      // numbers, by head
  std::vector<std::uint32_t> first_;        // of each candidate: where those of its head begin in by_head_
  std::vector<std::uint32_t> cues_before_;  // of each token, and the end: the heads of cues before it, each once
};

}  // namespace claimgraph::extract
