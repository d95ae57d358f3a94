#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace claimgraph::nlp {

// Finds the best sequence of labels "O", "B-PER" (first word of a name), "I-PER" (inside), "L-PER" (last), "U-PER" (the
// only word) in which every name is whole (Viterbi). Immutable, thread-safe.
class NameDecoder {
 public:
  // Labels of another form may follow anything.
  explicit NameDecoder(std::span<const std::string> labels);

  std::size_t labels() const { return size_; }
  // `scores` holds a row of labels() numbers a word; one label a word goes to `out`. Time O(words * labels^2).
  void decode(std::span<const float> scores, std::vector<std::uint16_t>& out) const;

 private:
  std::size_t size_ = 0;
  std::vector<char> may_follow_;  // [before][after]
  std::vector<char> may_begin_, may_end_;
};

}  // namespace claimgraph::nlp
