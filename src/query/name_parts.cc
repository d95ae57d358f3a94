#include "query/name_parts.h"

#include <algorithm>
#include <cstddef>

#include "claimgraph/base/suggest.h"
#include "claimgraph/base/utf8.h"
#include "claimgraph/kg/name.h"

#include "query/name_words.h"

namespace claimgraph::query {
namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

// Where the name begins after the titles in front of it: behind the last of them, and behind its "of" and one word
// ("secretary of state"). 0 when nothing would be left.
std::size_t after_titles(const std::vector<std::string_view>& words) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto role = role_of(words[i]);
    if (role != NameRole::title && !(role == NameRole::title_in_front && i == begin)) continue;
    const bool of_something = i + 2 < words.size() && words[i + 1] == "of";
    begin = i + (of_something ? 3 : 1);
  }
  return begin < words.size() ? begin : 0;
}

bool variants(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter < kg::kLeastLevelled || frame_of(a) != frame_of(b)) return false;
  return edit_distance(a, b) <= (shorter == kg::kLeastLevelled ? 1U : 2U);
}

bool given_agrees(const std::string& a, const std::string& b) {
  if (is_initial(a) || is_initial(b)) return code_point_at(a, 0) == code_point_at(b, 0);
  return variants(kg::levelled(a), kg::levelled(b));
}

}  // namespace

std::string NameParts::joined() const {
  std::string out;
  for (const auto& word : words) {
    if (!out.empty()) out.push_back(' ');
    out += word;
  }
  return out;
}

NameParts name_parts(std::string_view name, Titles titles) {
  const std::string folded = fold(name);
  std::vector<std::string_view> words = kg::words_of(folded);
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
  const std::size_t begin = titles == Titles::dropped ? after_titles(words) : 0;
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(begin));
  NameParts out;
  for (const auto& word : words) out.words.emplace_back(word);
  if (words.empty()) return out;
  std::string suffix;
  if (words.size() > 1 && role_of(words.back()) == NameRole::suffix) {
    suffix = " " + std::string(words.back());
    words.pop_back();
  }
  out.surname = kg::word_key(words.back()) + suffix;
  words.pop_back();
  while (!words.empty() && role_of(words.back()) == NameRole::particle) words.pop_back();
  for (const auto& word : words) out.givens.emplace_back(word);
  return out;
}

std::string frame_of(std::string_view word) {
  if (word.empty()) return "";
  std::string out(1, word.front());
  for (const char c : word.substr(1)) {
    if (!is_vowel(c)) out.push_back(c);
  }
  out.push_back(word.back());
  return out;
}

bool is_initial(std::string_view word) { return !word.empty() && code_point_at(word, 0).size == word.size(); }

bool givens_agree(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (!given_agrees(a[i], b[i])) return false;
  }
  return true;
}

bool shortens(const std::vector<std::string>& longer, const std::vector<std::string>& shorter) {
  if (shorter.empty() || shorter.size() >= longer.size()) return false;
  std::size_t next = 0;
  for (const auto& word : longer) {
    if (next < shorter.size() && word == shorter[next]) ++next;
  }
  const auto of = std::find(longer.begin(), longer.end(), "of");
  if (next == shorter.size() && std::find(longer.begin(), of, shorter.front()) != of) return true;
  std::string initials;
  for (const auto& word : longer) {
    if (word != "of" && word != "the" && word != "and" && word != "for") initials += word.front();
  }
  return shorter.size() == 1 && shorter.front() == initials;
}

}  // namespace claimgraph::query
