#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "claimgraph/base/error.h"

namespace claimgraph::nlp {

// Universal parts of speech (universaldependencies.org/u/pos), with the edges of a sentence last.
enum class Upos : std::uint8_t {
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
  X,
  edge
};
inline constexpr std::size_t kUposCount = 18;  // with the edge

// "NOUN"; "^" for the edge. Lives forever.
std::string_view name_of(Upos upos);
std::optional<Upos> parse_upos(std::string_view name);

// What is known of words before a text is seen: how often each form was each part of speech, with which lemma, and how
// parts of speech follow one another. Read from counts over treebanks. Immutable, thread-safe.
class WordModel {
 public:
  struct Reading {
    Upos upos{};
    std::uint32_t lemma = 0;  // see lemma()
    std::uint32_t count = 0;
  };

  // Knows no word; everything is told by shape and ending.
  WordModel();
  // Reads words.tsv (form, upos, lemma, count) and transitions.tsv (upos, next upos, count) in `folder`.
  static Result<WordModel> load(const std::filesystem::path& folder);
  WordModel(WordModel&&) noexcept;
  WordModel& operator=(WordModel&&) noexcept;
  ~WordModel();

  // The readings of a form as written, in the order of the file; empty when it is unknown. Lives as long as the model.
  std::span<const Reading> readings(std::string_view form) const;
  std::string_view lemma(const Reading& reading) const;
  // Whether the lower-case word `lemma` is a dictionary form of that part of speech.
  bool is_lemma(std::string_view lemma, Upos upos) const;

  // Natural logarithms of smoothed probabilities.
  double log_transition(Upos from, Upos to) const;
  double log_prior(Upos upos) const;
  // Of each part of speech given the end of a word that is not in the model, from the rare words that are.
  std::array<double, kUposCount> log_given_ending(std::string_view lower_case_form) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace claimgraph::nlp
