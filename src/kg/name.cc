#include "claimgraph/kg/name.h"

#include <cstddef>

#include "claimgraph/base/utf8.h"

namespace claimgraph::kg {
namespace {

bool joins_words(char c) { return c == '\'' || c == '-' || c == '&'; }

std::string_view without_possessive(std::string_view word) {
  if (word.size() > 2 && word.ends_with("'s")) word.remove_suffix(2);
  return word;
}

// "el-sisi" is sought as "sisi".
std::string_view without_article(std::string_view word) {
  if (word.size() > 4 && (word.starts_with("al-") || word.starts_with("el-"))) word.remove_prefix(3);
  return word;
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view folded) {
  std::vector<std::string_view> out;
  std::size_t at = 0;
  while (at < folded.size()) {
    if (!is_word_byte(folded[at])) {
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    while (end < folded.size() && (is_word_byte(folded[end]) || (joins_words(folded[end]) && end + 1 < folded.size() &&
                                                                 is_word_byte(folded[end + 1])))) {
      ++end;
    }
    out.push_back(without_possessive(folded.substr(at, end - at)));
    at = end;
  }
  return out;
}

std::string levelled(std::string_view word) {
  if (word.size() < kLeastLevelled) return std::string(word);
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    char c = word[i];
    if (c == 'y' || c == 'j') c = 'i';
    if (c == 'k' && i + 1 < word.size() && word[i + 1] == 's') {
      c = 'x';
      ++i;
    }
    if (out.empty() || out.back() != c) out.push_back(c);
  }
  return out;
}

std::string name_key(std::string_view name) {
  std::string folded = fold(name);
  auto words = words_of(folded);
  if (words.empty()) return folded;
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
  std::string out;
  for (const auto word : words) {
    if (!out.empty()) out.push_back(' ');
    out += word;
  }
  return out;
}

std::string word_key(std::string_view word) { return levelled(without_article(word)); }

std::string last_word_key(std::string_view name) {
  const std::string folded = fold(name);
  const auto words = words_of(folded);
  return words.empty() ? folded : word_key(words.back());
}

}  // namespace claimgraph::kg
