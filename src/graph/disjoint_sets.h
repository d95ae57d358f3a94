#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace claimgraph::graph {

// Union and find over 0 to n - 1. The smallest number of a set stands for it, so that the answer does not depend on the
// order of the joins. Thread-compatible.
class DisjointSets {
 public:
  explicit DisjointSets(std::size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), 0U); }

  void join(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    if (a < b) parent_[b] = a;
    if (b < a) parent_[a] = b;
  }

  // What stands for the set of `x`. Amortised O(log n): halves the path it walks.
  std::uint32_t find(std::uint32_t x) {
    while (parent_[x] != x) {
      parent_[x] = parent_[parent_[x]];
      x = parent_[x];
    }
    return x;
  }

 private:
  std::vector<std::uint32_t> parent_;
};

}  // namespace claimgraph::graph
