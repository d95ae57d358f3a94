#include "text/word_set.h"

namespace claimgraph::text {

FoldedWord::FoldedWord(std::string_view word) {
  constexpr std::string_view kCurly = "\u2019";
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (size_ == bytes_.size()) {
      size_ = 0;
      return;
    }
    char c = word[at];
    if (c == kCurly.front() && word.substr(at, kCurly.size()) == kCurly) {
      c = '\'';
      at += kCurly.size() - 1;
    }
    bytes_[size_++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
}

}  // namespace claimgraph::text
