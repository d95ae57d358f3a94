#include "claimgraph/nlp/morphology.h"

#include <algorithm>
#include <array>
#include <vector>

#include <unicode/uchar.h>

#include "claimgraph/base/utf8.h"

namespace claimgraph::nlp {
namespace {

constexpr int kLongestRun = 4;  // code points of one class that a shape keeps

char32_t class_of(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  if (u_isupper(code)) return 'X';
  if (u_isalpha(code)) return 'x';
  if (u_isdigit(code)) return 'd';
  return c;
}

// A way to undo an inflection: take `ending` off and put `put` in its place.
struct Undo {
  std::string_view ending;
  std::string_view put;
};

// In order of preference where the model knows none of the candidates.
constexpr std::array kNounEndings = {Undo{"ies", "y"},   Undo{"ches", "ch"}, Undo{"shes", "sh"},
                                     Undo{"sses", "ss"}, Undo{"xes", "x"},   Undo{"s", ""}};
constexpr std::array kVerbEndings = {Undo{"ies", "y"},   Undo{"ied", "y"}, Undo{"ches", "ch"}, Undo{"shes", "sh"},
                                     Undo{"sses", "ss"}, Undo{"s", ""},    Undo{"ed", ""},     Undo{"ed", "e"},
                                     Undo{"ing", ""},    Undo{"ing", "e"}};
constexpr std::array kAdjectiveEndings = {Undo{"iest", "y"}, Undo{"ier", "y"}, Undo{"est", ""},
                                          Undo{"est", "e"},  Undo{"er", ""},   Undo{"er", "e"}};
constexpr std::size_t kShortestStem = 2;  // bytes

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// "stopp" -> "stop"; "" when the last letter is not a doubled consonant.
std::string undoubled(std::string_view stem) {
  const std::size_t n = stem.size();
  const bool doubled = n > 3 && stem[n - 1] == stem[n - 2] && !is_vowel(stem[n - 1]);
  return doubled ? std::string(stem.substr(0, n - 1)) : std::string();
}

// "hop" of "hoping": one short syllable, whose last consonant would be doubled if no e had stood behind it.
bool is_short_syllable(std::string_view stem) {
  const std::size_t n = stem.size();
  const bool ends = n > 2 && is_vowel(stem[n - 2]) && !is_vowel(stem[n - 1]) &&
                    std::string_view("wxy").find(stem[n - 1]) == std::string_view::npos;
  return ends && std::none_of(stem.begin(), stem.end() - 2, is_vowel);
}

// Whether a stem left bare by "-ed" or "-ing" wants its e back: "amaz", "forc", "argu", "settl", "hop", "alleg".
bool wants_e(std::string_view stem) {
  const std::size_t n = stem.size();
  if (n < 3) return false;
  const char last = stem[n - 1], before = stem[n - 2];
  if (is_short_syllable(stem)) return true;
  if (std::string_view("cvuz").find(last) != std::string_view::npos) return true;
  if (last == 'l') return std::string_view("bckdfgpt").find(before) != std::string_view::npos;
  if (last == 's') return before != 's';
  if (last == 'g') return before == 'd' || before == 'r' || before == 'n' || is_vowel(before);
  return last == 't' && before == 'a' && !is_vowel(stem[n - 3]);  // "-ate"
}

std::vector<std::string> candidates(std::string_view norm, std::span<const Undo> ways) {
  std::vector<std::string> out;
  for (const Undo& way : ways) {
    if (!norm.ends_with(way.ending) || norm.size() < way.ending.size() + kShortestStem) continue;
    const auto stem = norm.substr(0, norm.size() - way.ending.size());
    if (way.ending == "s" && (stem.ends_with('s') || stem.ends_with("u"))) continue;
    if (way.put.empty() && way.ending != "s") {
      if (auto single = undoubled(stem); !single.empty()) out.push_back(std::move(single));
      if (wants_e(stem)) out.push_back(std::string(stem) + "e");
    }
    out.push_back(std::string(stem) + std::string(way.put));
  }
  return out;
}

// "5,000" -> "5000".
std::string without_separators(std::string_view number) {
  std::string out;
  for (std::size_t i = 0; i < number.size(); ++i) {
    const bool separates =
        number[i] == ',' && i > 0 && i + 1 < number.size() && is_digit(number[i - 1]) && is_digit(number[i + 1]);
    if (!separates) out.push_back(number[i]);
  }
  return out;
}

}  // namespace

std::string shape_of(std::string_view word) {
  std::string out;
  char32_t last = 0;
  int run = 0;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    at += c.size;
    const char32_t shape = class_of(c.value);
    run = shape == last ? run + 1 : 1;
    last = shape;
    if (run <= kLongestRun) append_utf8(out, shape);
  }
  return out;
}

std::string lemma_of(std::string_view norm, Upos upos, const WordModel& model, const Interner& vocabulary) {
  const WordModel::Reading* best = nullptr;
  for (const auto& reading : model.readings(norm)) {
    if (reading.upos == upos && (best == nullptr || reading.count > best->count)) best = &reading;
  }
  if (best != nullptr) return to_lower(model.lemma(*best));
  std::vector<std::string> found;
  switch (upos) {
    case Upos::NOUN: found = candidates(norm, kNounEndings); break;
    case Upos::VERB: found = candidates(norm, kVerbEndings); break;
    case Upos::ADJ: found = candidates(norm, kAdjectiveEndings); break;
    case Upos::NUM: return without_separators(norm);
    default: break;
  }
  for (const auto& candidate : found) {
    if (model.is_lemma(candidate, upos)) return candidate;
  }
  for (const auto& candidate : found) {
    if (vocabulary.find(candidate)) return candidate;
  }
  if (upos == Upos::ADJ || found.empty()) return std::string(norm);
  return found.front();
}

}  // namespace claimgraph::nlp
