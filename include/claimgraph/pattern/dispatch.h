#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "claimgraph/base/span.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "claimgraph/pattern/pattern.h"

namespace claimgraph::pattern {

// What each of many patterns must find in a sentence to match there: a word, a lemma, a label. So that one pass over a
// document says where which pattern may match, and those without their word cost nothing. And what all of them ask of
// tokens, equal questions once. Immutable, thread-safe.
class Dispatch {
 public:
  Dispatch();
  // Patterns are numbered as they come. Keeps nothing of them. REQUIRES: none is given a condition afterwards.
  explicit Dispatch(std::span<const Pattern* const> patterns);
  Dispatch(Dispatch&&) noexcept;
  Dispatch& operator=(Dispatch&&) noexcept;
  ~Dispatch();

  std::size_t size() const;  // patterns
  // Patterns that nothing rules out anywhere.
  std::size_t everywhere() const;

 private:
  friend class Candidates;
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

class CheckRows;
class CheckView;

// Where the patterns of a dispatch may match in one document, and the answers to what they have asked of its tokens so
// far. Thread-compatible.
class Candidates {
 public:
  Candidates();
  Candidates(Candidates&&) noexcept;
  Candidates& operator=(Candidates&&) noexcept;
  ~Candidates();

  // Looks at the words of `document`. Both outlive the use, and the document's symbols are layered over the vocabulary
  // of the patterns. O(tokens + candidates).
  void assign(const Dispatch& dispatch, const nlp::AnnotatedDocument& document);
  // Takes in what was added to `layer`, which is of that document and always the same, since the last time. O(stretches
  // added + candidates).
  void update(const Layer& layer);

  // Whether the pattern may match in some sentence; where it may not, it has no match.
  bool anywhere(std::size_t pattern) const;
  // Whether it may match within `window`. O(log sentences). REQUIRES: the window is not empty.
  bool within(std::size_t pattern, TokenRange window) const;
  // The sentences in which it may. `out` is replaced.
  void sentences(std::size_t pattern, std::vector<TokenRange>& out) const;

 private:
  friend class Matcher;

  // The answers to what one pattern asks. REQUIRES: update() has been called.
  CheckView checks_of(std::size_t pattern);
  void number_sentences();
  // Notes that the patterns with that key may match in a sentence.
  void note(std::size_t column, Symbol symbol, std::uint32_t sentence);

  const Dispatch* dispatch_ = nullptr;
  const nlp::AnnotatedDocument* document_ = nullptr;
  std::uint32_t seen_ = 0;                             // stretches of the layer
  std::vector<std::uint32_t> sentence_of_;             // of each token: that it is in, else the next one
  std::vector<std::vector<std::uint32_t>> sentences_;  // of each pattern, ascending
  std::vector<std::uint32_t> touched_;                 // patterns with some
  std::vector<std::uint32_t> last_;                    // of each key: the last sentence it was found in
  std::unique_ptr<CheckRows> rows_;                    // of the checks that the patterns share
  const Layer* layer_ = nullptr;                       // what rows_ are of
};

}  // namespace claimgraph::pattern
