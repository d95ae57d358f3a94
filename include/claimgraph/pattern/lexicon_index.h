#pragma once

#include <memory>
#include <span>

#include "claimgraph/base/interner.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/nlp/lexicon.h"
#include "claimgraph/pattern/layer.h"

namespace claimgraph::pattern {

// Finds the terms of many lexicons in one pass. Immutable, thread-safe.
class LexiconIndex {
 public:
  LexiconIndex();
  // Interns all terms, lexicon names, columns and cells in `vocabulary`, which documents then build on.
  LexiconIndex(std::span<const nlp::Lexicon> lexicons, Interner& vocabulary);
  LexiconIndex(LexiconIndex&&) noexcept;
  LexiconIndex& operator=(LexiconIndex&&) noexcept;
  ~LexiconIndex();

  // Adds the terms in `document` to `layer`, labelled with their lexicon's name, with the non-empty cells as features
  // and the term itself as feature "term". Within one lexicon the leftmost, then longest term wins and terms do not
  // overlap; an entry that stands several times gives several stretches. No term runs over a sentence's end. O(tokens).
  void mark(const nlp::AnnotatedDocument& document, Layer& layer) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace claimgraph::pattern
