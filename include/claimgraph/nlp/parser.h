#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "claimgraph/base/error.h"
#include "claimgraph/nlp/annotated_document.h"

namespace claimgraph::nlp {

// A trained network that tells of every word its parts of speech, morphological features, head and relation, and finds
// names. Its answers are the same on every machine with
// the same tables of capitals (ICU). Immutable, thread-safe.
class Parser {
 public:
  // Reads a model file (doc/FORMATS.md) into memory, about twice its size.
  static Result<Parser> load(const std::filesystem::path& file);
  // The same from the file's bytes, which are not needed afterwards.
  static Result<Parser> parse(std::string_view encoded);
  Parser(Parser&&) noexcept;
  Parser& operator=(Parser&&) noexcept;
  ~Parser();

  // Fills in upos, xpos, feats, heads and deprels of every sentence that lacks them, and the names of a document that
  // has none. Every sentence becomes a tree with one root. Time is linear in the text; in the length of a sentence it
  // is quadratic, which is below the linear part up to some hundred words; memory is 4 bytes times its square.
  // REQUIRES: words and sentences are filled in; no sentence is empty.
  void annotate(AnnotatedDocument& document) const;

  struct Impl;

 private:
  explicit Parser(std::unique_ptr<const Impl> impl);
  std::unique_ptr<const Impl> impl_;
};

}  // namespace claimgraph::nlp
