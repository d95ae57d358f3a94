#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "claimgraph/base/interner.h"

namespace claimgraph::pattern {

// Symbols of a vocabulary, a bit each: what is asked of every word of a text is most often not there.
class SymbolSet {
 public:
  void add(Symbol symbol) {
    const std::size_t word = static_cast<std::uint32_t>(symbol) / 64;
    if (words_.size() <= word) words_.resize(word + 1);
    words_[word] |= bit(symbol);
  }
  bool has(Symbol symbol) const {
    const std::size_t word = static_cast<std::uint32_t>(symbol) / 64;
    return word < words_.size() && (words_[word] & bit(symbol)) != 0;
  }

 private:
  static std::uint64_t bit(Symbol symbol) { return std::uint64_t{1} << (static_cast<std::uint32_t>(symbol) % 64); }

  std::vector<std::uint64_t> words_;
};

}  // namespace claimgraph::pattern
