#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace claimgraph::nlp {

// Arc scores of one sentence of n tokens: row i holds, for token i, the score of the artificial root as its head in
// column 0 and of token j in column j + 1. Row-major, n rows of n + 1.
struct ArcScores {
  std::span<const float> scores;
  std::size_t size = 0;

  float at(std::size_t token, std::size_t head) const { return scores[token * (size + 1) + head]; }
};

// The head of each token: 0 for the root, else one more than a token's number. Every token takes its best head; then
// one root is kept and every cycle is opened where it costs least, which is what the maximum spanning tree would do in
// all but rare cases. The result is a tree with one root. Time O(n^2). REQUIRES: all scores are
// finite, but those of a token as its own head.
void decode_tree(const ArcScores& scores, std::vector<std::uint32_t>& heads);

}  // namespace claimgraph::nlp
