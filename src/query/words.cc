#include "query/words.h"

#include <cstddef>

#include "claimgraph/base/utf8.h"

namespace claimgraph::query {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace

bool says(std::string_view folded, std::string_view wanted) {
  if (wanted.empty()) return false;
  for (std::size_t at = folded.find(wanted); at != std::string_view::npos; at = folded.find(wanted, at + 1)) {
    const std::size_t end = at + wanted.size();
    const bool starts = at == 0 || !is_word_byte(folded[at - 1]) || !is_word_byte(wanted.front());
    const bool ends = end == folded.size() || !is_word_byte(folded[end]) || !is_word_byte(wanted.back());
    if (starts && ends) return true;
  }
  return false;
}

std::string in_one_line(std::string_view text) {
  std::string out;
  bool space = false;
  for (const char c : text) {
    if (is_space(c)) {
      space = !out.empty();
      continue;
    }
    if (space) out.push_back(' ');
    space = false;
    out.push_back(c);
  }
  return out;
}

}  // namespace claimgraph::query
