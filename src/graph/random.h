#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace claimgraph::graph {

// SplitMix64 (Steele, Lea, Flood 2014). Our own, because the standard library's distributions and std::shuffle differ
// from one implementation to the next and the same seed must give the same answer everywhere. Thread-compatible.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }
  // A number in [0, bound). The remainder's bias is below 2^-32 for bounds of 32 bits. REQUIRES: bound > 0.
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(next() % bound); }

  // Fisher and Yates. REQUIRES: fewer than 2^32 elements.
  template <typename T>
  void shuffle(std::vector<T>& elements) {
    for (std::size_t i = elements.size(); i > 1; --i) {
      std::swap(elements[i - 1], elements[below(static_cast<std::uint32_t>(i))]);
    }
  }

 private:
  std::uint64_t state_;
};

}  // namespace claimgraph::graph
