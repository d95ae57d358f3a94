#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace claimgraph::pattern {

// Marks on the positions of a window, one row a position, emptied as they are first used. Thread-compatible.
class Marks {
 public:
  // Forgets everything.
  void reset(std::size_t rows, std::uint32_t columns);

  // Whether the place was marked before; marks it. REQUIRES: it lies within what reset() was told.
  bool mark(std::size_t row, std::uint32_t column) {
    std::uint64_t& word = row_of(row)[column / 64];
    const std::uint64_t bit = std::uint64_t{1} << (column % 64);
    const bool before = (word & bit) != 0;
    word |= bit;
    return before;
  }
  bool marked(std::size_t row, std::uint32_t column) { return (row_of(row)[column / 64] >> (column % 64) & 1) != 0; }

 private:
  std::uint64_t* row_of(std::size_t row) {
    std::uint64_t* const begin = bits_.data() + row * words_;
    if (used_[row] != round_) use(row, begin);
    return begin;
  }
  void use(std::size_t row, std::uint64_t* begin);

  std::vector<std::uint64_t> bits_;
  std::vector<std::uint32_t> used_;  // the round in which a row was last used
  std::uint32_t round_ = 0;
  std::size_t words_ = 0;  // a row
};

}  // namespace claimgraph::pattern
