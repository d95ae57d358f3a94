#include "nlp/tree_decoder.h"

#include <limits>

namespace claimgraph::nlp {
namespace {

constexpr float kLowest = -std::numeric_limits<float>::infinity();

std::uint32_t best_token_head(const ArcScores& scores, std::size_t token) {
  float best = kLowest;
  std::uint32_t head = 0;
  for (std::uint32_t j = 1; j <= scores.size; ++j) {
    if (j != token + 1 && scores.at(token, j) > best) best = scores.at(token, j), head = j;
  }
  return head;
}

// Of the tokens whose best head is the root, or of all where there is none, the one that would lose most without it.
std::size_t choose_root(const ArcScores& scores, std::span<const std::uint32_t> best) {
  bool any = false;
  for (std::size_t i = 0; i < scores.size; ++i) any = any || scores.at(i, 0) > scores.at(i, best[i]);
  float margin = kLowest;
  std::size_t root = 0;
  for (std::size_t i = 0; i < scores.size; ++i) {
    const float gain = scores.at(i, 0) - scores.at(i, best[i]);
    if ((!any || gain > 0) && gain > margin) margin = gain, root = i;
  }
  return root;
}

// Marks as joined the tokens from which the root is reached; those left hang on cycles.
void join(std::span<const std::uint32_t> heads, std::vector<char>& joined, std::vector<std::uint32_t>& path) {
  constexpr char kOpen = 2;
  for (std::uint32_t start = 0; start < heads.size(); ++start) {
    path.clear();
    std::uint32_t at = start;
    while (joined[at] == 0) {
      joined[at] = kOpen;
      path.push_back(at);
      if (heads[at] == 0) break;
      at = heads[at] - 1;
    }
    const bool reaches = joined[at] == 1 || heads[at] == 0;
    for (const std::uint32_t token : path) joined[token] = reaches ? 1 : kOpen;
  }
  for (char& mark : joined) mark = mark == 1 ? 1 : 0;
}

struct Change {
  std::uint32_t token = 0;
  std::uint32_t head = 0;
  float loss = std::numeric_limits<float>::infinity();
};

// The cheapest new head for a token of the cycle that `start` runs into, among the joined tokens.
Change opening(const ArcScores& scores, std::span<const std::uint32_t> heads, std::span<const char> joined,
               std::uint32_t start) {
  std::uint32_t at = start;
  for (std::size_t step = 0; step < heads.size(); ++step) at = heads[at] - 1;  // surely on the cycle now
  Change best;
  const std::uint32_t first = at;
  do {
    for (std::uint32_t j = 0; j < heads.size(); ++j) {
      const float loss = scores.at(at, heads[at]) - scores.at(at, j + 1);
      if (joined[j] == 1 && loss < best.loss) best = {.token = at, .head = j + 1, .loss = loss};
    }
    at = heads[at] - 1;
  } while (at != first);
  return best;
}

}  // namespace

void decode_tree(const ArcScores& scores, std::vector<std::uint32_t>& heads) {
  heads.resize(scores.size);
  if (scores.size == 0) return;
  for (std::size_t i = 0; i < scores.size; ++i) heads[i] = best_token_head(scores, i);
  heads[choose_root(scores, heads)] = 0;
  std::vector<char> joined(scores.size, 0);
  std::vector<std::uint32_t> path;
  join(heads, joined, path);
  for (std::uint32_t i = 0; i < heads.size(); ++i) {
    while (joined[i] == 0) {
      const Change change = opening(scores, heads, joined, i);
      heads[change.token] = change.head;
      join(heads, joined, path);
    }
  }
}

}  // namespace claimgraph::nlp
