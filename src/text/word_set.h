#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace claimgraph::text {

// A set of words known when the program is built: a sorted array.
template <std::size_t N>
class WordSet {
 public:
  explicit constexpr WordSet(const std::array<std::string_view, N>& words) : words_(words) {
    std::sort(words_.begin(), words_.end());
  }
  bool contains(std::string_view word) const { return std::binary_search(words_.begin(), words_.end(), word); }

 private:
  std::array<std::string_view, N> words_;
};

template <class... Words>
constexpr auto word_set(Words... words) {
  return WordSet<sizeof...(Words)>(std::array<std::string_view, sizeof...(Words)>{words...});
}

// A word in ASCII lower case, curly apostrophes made straight, without taking memory. A word too long for any table
// is left empty.
class FoldedWord {
 public:
  explicit FoldedWord(std::string_view word);
  std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  std::array<char, 24> bytes_{};
  std::size_t size_ = 0;
};

}  // namespace claimgraph::text
