#include "claimgraph/store/words.h"

#include <algorithm>

#include "claimgraph/base/utf8.h"

namespace claimgraph::store {
namespace {

// Keys stay small whatever stands in a text.
constexpr std::size_t kMostWordBytes = 64;

}  // namespace

std::vector<std::string> indexed_words(std::string_view text) {
  const std::string folded = fold(text);
  std::vector<std::string> out;
  for (auto at = folded.begin(); at != folded.end();) {
    const auto begin = std::find_if(at, folded.end(), is_word_byte);
    at = std::find_if_not(begin, folded.end(), is_word_byte);
    if (begin != at) out.emplace_back(std::string(begin, at).substr(0, kMostWordBytes));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace claimgraph::store
