#include "text/clitics.h"

#include <algorithm>
#include <array>

#include "text/character.h"
#include "text/word_set.h"

namespace claimgraph::text {
namespace {

constexpr auto kAfterApostrophe = word_set("s", "m", "d", "ll", "re", "ve");

// Words that lost their first letters.
constexpr auto kShortened = word_set("em", "til", "till", "cause", "cuz", "bout", "n", "round", "tude");

// Words of two tokens written as one.
struct Contraction {
  std::string_view word;
  std::uint32_t first = 0;  // bytes of the first token
};
constexpr Contraction kContractions[] = {
    {"aint", 2},   {"arent", 3},    {"cannot", 3}, {"cant", 2},    {"couldnt", 5}, {"didnt", 3},
    {"doesnt", 4}, {"dont", 2},     {"gimme", 3},  {"gonna", 3},   {"gotta", 3},   {"hadnt", 3},
    {"hasnt", 3},  {"havent", 4},   {"im", 1},     {"isnt", 2},    {"ive", 1},     {"lemme", 3},
    {"outta", 3},  {"shouldnt", 6}, {"thats", 4},  {"theyre", 4},  {"wanna", 3},   {"wasnt", 3},
    {"werent", 4}, {"whats", 4},    {"wont", 2},   {"wouldnt", 5}, {"youre", 3},   {"youve", 3},
};
static_assert(std::is_sorted(std::begin(kContractions), std::end(kContractions),
                             [](const Contraction& a, const Contraction& b) { return a.word < b.word; }));

// Bytes of the first token of `word` when it is such a contraction, else 0. "IM" and "IVE" are names.
std::uint32_t first_of_contraction(std::string_view word) {
  const FoldedWord folded(word);
  const auto* found = std::lower_bound(std::begin(kContractions), std::end(kContractions), folded.view(),
                                       [](const Contraction& c, std::string_view w) { return c.word < w; });
  if (found == std::end(kContractions) || found->word != folded.view()) return 0;
  return word.size() <= 3 && kind_of(static_cast<unsigned char>(word[1])) == CharKind::upper ? 0 : found->first;
}

bool is_n(char c) { return c == 'n' || c == 'N'; }
bool is_decade(std::string_view number) {
  return (number.size() == 2 || number.size() == 4) && number.back() == '0' &&
         std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Where the last clitic of [begin, end) starts; `end` when there is none.
std::size_t last_clitic(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t at = end;  // the start of the letters after the last apostrophe: one or two of them
  while (at > begin && end - at < 2 && is_letter(character_before(text, at).kind)) --at;
  for (; at < end; ++at) {
    const Character mark = character_before(text, at);
    if (!is_apostrophe(mark.value) || at - begin <= mark.size) continue;
    const std::size_t apostrophe = at - mark.size;
    const FoldedWord letters(text.substr(at, end - at));
    if (letters.view() == "t" && is_n(text[apostrophe - 1]) && apostrophe - 1 > begin) return apostrophe - 1;
    if (!kAfterApostrophe.contains(letters.view())) continue;
    if (letters.view() == "s" && is_decade(text.substr(begin, apostrophe - begin))) continue;
    return apostrophe;
  }
  return end;
}

std::size_t letters_end(std::string_view text, std::size_t at, std::size_t most) {
  const std::size_t limit = std::min(text.size(), at + most);
  while (at < limit && is_word(kind_of(static_cast<unsigned char>(text[at])))) ++at;
  return at;
}

std::size_t year_end(std::string_view text, std::size_t at) {
  const auto digit = [&](std::size_t i) { return character_at(text, i).kind == CharKind::digit; };
  if (!digit(at) || !digit(at + 1) || digit(at + 2)) return at;
  const bool decade = character_at(text, at + 2).value == 's';
  const std::size_t end = decade ? at + 3 : at + 2;
  return is_word(character_at(text, end).kind) ? at : end;
}

}  // namespace

std::size_t elision_end(std::string_view text, std::size_t at) {
  const Character mark = character_at(text, at);
  if (!is_apostrophe(mark.value)) return at;
  const std::size_t after = at + mark.size;
  const std::size_t end = letters_end(text, after, 6);
  if (end == after || is_word(character_at(text, end).kind)) return at;
  const FoldedWord letters(text.substr(after, end - after));
  const Character before = character_before(text, at);
  if (before.kind != CharKind::space && !is_opening_bracket(before.value)) {
    return kAfterApostrophe.contains(letters.view()) ? end : at;
  }
  if (const std::size_t year = year_end(text, after); year > after) return year;
  const Character closing = character_at(text, end);
  if (letters.view() == "n" && is_apostrophe(closing.value)) return end + closing.size;  // rock 'n' roll
  const bool quoted = is_apostrophe(closing.value);
  return !quoted && (kShortened.contains(letters.view()) || kAfterApostrophe.contains(letters.view())) ? end : at;
}

void append_clitics(std::string_view text, Span word, std::vector<Span>& tokens) {
  const std::size_t first = tokens.size();
  std::uint32_t end = word.end;
  for (;;) {
    const auto clitic = static_cast<std::uint32_t>(last_clitic(text, word.begin, end));
    if (clitic == end) break;
    tokens.push_back({clitic, end});
    end = clitic;
  }
  if (const std::uint32_t split = first_of_contraction(text.substr(word.begin, end - word.begin)); split > 0) {
    tokens.push_back({word.begin + split, end});
    end = word.begin + split;
  }
  tokens.push_back({word.begin, end});
  std::reverse(tokens.begin() + static_cast<std::ptrdiff_t>(first), tokens.end());
}

}  // namespace claimgraph::text
