#include "nlp/tree_decoder.h"

#include <algorithm>
#include <random>
#include <vector>

#include <doctest/doctest.h>

namespace claimgraph::nlp {
namespace {

using Heads = std::vector<std::uint32_t>;

// One root, from which every token is reached.
bool is_tree(const Heads& heads) {
  if (std::count(heads.begin(), heads.end(), 0U) != 1) return false;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    std::size_t at = i, steps = 0;
    while (heads[at] != 0 && steps <= heads.size()) at = heads[at] - 1, ++steps;
    if (steps > heads.size()) return false;
  }
  return true;
}

double score_of(const ArcScores& scores, const Heads& heads) {
  double sum = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) sum += double{scores.at(i, heads[i])};
  return sum;
}

// The best of all trees with one root, by trying every choice of heads.
double best_score(const ArcScores& scores) {
  const std::size_t n = scores.size;
  double best = -1e30;
  Heads heads(n, 0);
  while (true) {
    if (is_tree(heads)) best = std::max(best, score_of(scores, heads));
    std::size_t i = 0;
    while (i < n && ++heads[i] > n) heads[i++] = 0;
    if (i == n) return best;
  }
}

std::vector<float> random_scores(std::mt19937& random, std::size_t n) {
  std::vector<float> out(n * (n + 1));
  for (float& score : out) score = static_cast<float>(random() % 1000) / 100.0F;
  for (std::size_t i = 0; i < n; ++i) out[i * (n + 1) + i + 1] = -1e9F;
  return out;
}

TEST_CASE("decode_tree: a tree with one root, whatever the scores; mostly the best one") {
  std::mt19937 random(11);
  int best = 0, all = 0;
  for (int round = 0; round < 300; ++round) {
    const std::size_t n = 1 + random() % 5;
    const auto values = random_scores(random, n);
    const ArcScores scores{.scores = values, .size = n};
    Heads heads;
    decode_tree(scores, heads);
    REQUIRE(is_tree(heads));
    const double want = best_score(scores);
    REQUIRE(score_of(scores, heads) <= want + 1e-3);
    ++all, best += score_of(scores, heads) > want - 1e-3 ? 1 : 0;
  }
  // Random scores make far more cycles than a trained network does.
  CHECK(best * 10 >= all * 8);
}

TEST_CASE("decode_tree: long sentences and no sentence") {
  std::mt19937 random(2);
  Heads heads = {1, 2, 3};
  decode_tree({}, heads);
  CHECK(heads.empty());
  const auto values = random_scores(random, 400);
  decode_tree({.scores = values, .size = 400}, heads);
  CHECK(is_tree(heads));
}

TEST_CASE("decode_tree: of two roots the one is kept that would lose more") {
  // Two tokens that both want to be the root, the second more so.
  const std::vector<float> values = {5, -1e9F, 3, 9, 1, -1e9F};
  Heads heads;
  decode_tree({.scores = values, .size = 2}, heads);
  CHECK(heads == Heads{2, 0});
}

}  // namespace
}  // namespace claimgraph::nlp
