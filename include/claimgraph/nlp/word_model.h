#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "claimgraph/base/error.h"

namespace claimgraph::nlp {

// Universal parts of speech (universaldependencies.org/u/pos).
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
  X
};
inline constexpr std::size_t kUposCount = 17;

// "NOUN". Lives forever.
std::string_view name_of(Upos upos);
std::optional<Upos> parse_upos(std::string_view name);

// What is known of words before a text is seen: how often each form was each part of speech, with which lemma. Read
// from counts over treebanks. Immutable, thread-safe.
class WordModel {
 public:
  struct Reading {
    Upos upos{};
    std::uint32_t lemma = 0;  // see lemma()
    std::uint32_t count = 0;
  };

  // Knows no word.
  WordModel();
  // Reads a table of form, upos, lemma and count.
  static Result<WordModel> load(const std::filesystem::path& file);
  WordModel(WordModel&&) noexcept;
  WordModel& operator=(WordModel&&) noexcept;
  ~WordModel();

  // The readings of a form as written, in the order of the file; empty when it is unknown. Lives as long as the model.
  std::span<const Reading> readings(std::string_view form) const;
  std::string_view lemma(const Reading& reading) const;
  // Whether the lower-case word `lemma` is a dictionary form of that part of speech.
  bool is_lemma(std::string_view lemma, Upos upos) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace claimgraph::nlp
