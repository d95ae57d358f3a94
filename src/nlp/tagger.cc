#include "nlp/tagger.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <unicode/uchar.h>

#include "claimgraph/base/utf8.h"

namespace claimgraph::nlp {
namespace {

constexpr double kImpossible = -1e9;
constexpr double kUnseenReading = 0.02;    // count of a reading that was never met
constexpr double kNameInsideSentence = 4;  // count in favour of a name when a word inside a sentence has a capital

using Scores = std::array<double, kUposCount>;  // logarithms, one a part of speech

std::size_t index(Upos upos) { return static_cast<std::size_t>(upos); }

Scores only(Upos upos) {
  Scores scores;
  scores.fill(kImpossible);
  scores[index(upos)] = 0;
  return scores;
}

bool starts_upper(std::string_view word) { return u_isupper(static_cast<UChar32>(code_point_at(word, 0).value)); }

// What a token without letters is.
Upos of_symbols(std::string_view word) {
  bool digits = false, punctuation = true;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    at += c.size;
    digits = digits || u_isdigit(static_cast<UChar32>(c.value));
    punctuation = punctuation && u_ispunct(static_cast<UChar32>(c.value));
  }
  if (digits) return Upos::NUM;
  const bool symbol = word == "%" || word == "&" || word == "+" || word == "=" || word == "@" || word == "#";
  return punctuation && !symbol ? Upos::PUNCT : Upos::SYM;
}

bool has_letter(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    at += c.size;
    if (u_isalpha(static_cast<UChar32>(c.value))) return true;
  }
  return false;
}

void add_counts(Scores& counts, std::span<const WordModel::Reading> readings, double share) {
  for (const auto& reading : readings) counts[index(reading.upos)] += share * reading.count;
}

// log P(word | tag) up to a constant of the word: log P(tag | word) - log P(tag).
Scores emission(const WordView& word, bool opens_sentence, bool shouted, const WordModel& model) {
  if (!has_letter(word.word)) return only(of_symbols(word.word));
  const bool capital = starts_upper(word.word);
  Scores counts{};
  if (!shouted) add_counts(counts, model.readings(word.word), 1);
  if (capital && (opens_sentence || shouted)) add_counts(counts, model.readings(word.norm), 1);
  if (capital && !opens_sentence && !shouted) {
    add_counts(counts, model.readings(word.norm), 0.1);
    counts[index(Upos::PROPN)] += kNameInsideSentence;
  }
  double total = 0;
  for (const double count : counts) total += count;
  Scores scores;
  const bool known = total > (capital && !opens_sentence && !shouted ? kNameInsideSentence : 0);
  if (!known) {
    scores = model.log_given_ending(word.norm);
    scores[index(Upos::edge)] = kImpossible;
    if (capital)
      scores[index(Upos::PROPN)] = std::max(scores[index(Upos::PROPN)], std::log(opens_sentence ? 0.5 : 0.9));
  } else {
    for (std::size_t tag = 0; tag < kUposCount; ++tag) {
      scores[tag] = std::log((counts[tag] + kUnseenReading / kUposCount) / (total + kUnseenReading));
    }
    scores[index(Upos::edge)] = kImpossible;
  }
  for (std::size_t tag = 0; tag < kUposCount; ++tag) scores[tag] -= model.log_prior(static_cast<Upos>(tag));
  return scores;
}

// Headlines and shouts: then capitals tell nothing.
bool mostly_upper(const std::vector<WordView>& words) {
  std::size_t letters = 0, upper = 0;
  for (const WordView& word : words) {
    if (!has_letter(word.word)) continue;
    ++letters;
    upper += word.word.size() > 1 && word.word != word.norm && to_lower(word.word.substr(1)) != word.word.substr(1);
  }
  return letters > 3 && upper * 10 > letters * 7;
}

}  // namespace

std::vector<Upos> tag_sentence(const std::vector<WordView>& words, const WordModel& model) {
  const std::size_t n = words.size();
  std::vector<std::array<std::uint8_t, kUposCount>> back(n);
  const bool shouted = mostly_upper(words);
  Scores scores = only(Upos::edge);
  bool opens = true;
  for (std::size_t i = 0; i < n; ++i) {
    const Scores emitted = emission(words[i], opens, shouted, model);
    opens = opens && !has_letter(words[i].word);  // after an opening quotation mark the sentence has yet to begin
    Scores next;
    for (std::size_t to = 0; to < kUposCount; ++to) {
      double best = kImpossible * 2;
      for (std::size_t from = 0; from < kUposCount; ++from) {
        const double score = scores[from] + model.log_transition(static_cast<Upos>(from), static_cast<Upos>(to));
        if (score <= best) continue;
        best = score;
        back[i][to] = static_cast<std::uint8_t>(from);
      }
      next[to] = best + emitted[to];
    }
    scores = next;
  }
  std::vector<Upos> out(n);
  for (std::size_t tag = 0; tag < kUposCount; ++tag)
    scores[tag] += model.log_transition(static_cast<Upos>(tag), Upos::edge);
  std::size_t tag = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  for (std::size_t i = n; i-- > 0;) {
    out[i] = static_cast<Upos>(tag);
    tag = back[i][tag];
  }
  return out;
}

}  // namespace claimgraph::nlp
