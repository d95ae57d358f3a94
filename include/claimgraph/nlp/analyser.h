#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "claimgraph/base/error.h"
#include "claimgraph/base/interner.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/text/document.h"

namespace claimgraph::nlp {

// What is known of words before any text is seen: the usual part of speech and lemma of each form. Immutable,
// thread-safe.
class WordTable {
 public:
  // An empty table: every word is judged by its shape and ending.
  WordTable();
  // Reads models/en.words.tsv: "form, upos, lemma, count" a line, tab-separated, '#' for comments.
  static Result<WordTable> load(const std::filesystem::path& path);
  WordTable(WordTable&&) noexcept;
  WordTable& operator=(WordTable&&) noexcept;
  ~WordTable();

 private:
  friend class Analyser;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Documents in, annotated documents out. Immutable, thread-safe.
class Analyser {
 public:
  // `vocabulary` is shared with the documents made on it.
  Analyser(std::shared_ptr<const WordTable> words, std::shared_ptr<const Interner> vocabulary);

  AnnotatedDocument analyse(text::Document document) const;

 private:
  std::shared_ptr<const WordTable> words_;  // shared by the analysers of several rule sets
  std::shared_ptr<const Interner> vocabulary_;
};

// The shape of a word: each code point as 'X' (upper), 'x' (lower), 'd' (digit) or itself, runs of more than four of
// one class cut to four.
std::string shape_of(std::string_view word);

}  // namespace claimgraph::nlp
