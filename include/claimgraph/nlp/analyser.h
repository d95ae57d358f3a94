#pragma once

#include <memory>

#include "claimgraph/base/interner.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/nlp/parser.h"
#include "claimgraph/nlp/word_model.h"
#include "claimgraph/text/document.h"

namespace claimgraph::nlp {

// Documents in, annotated documents out. Immutable, thread-safe.
class Analyser {
 public:
  // shared_ptr: the models are shared by the analysers of several threads and rule sets, the vocabulary by every
  // document.
  Analyser(std::shared_ptr<const WordModel> words, std::shared_ptr<const Parser> parser,
           std::shared_ptr<const Interner> vocabulary);

  // Tokens, sentences, quotations, lemmas and what Parser::annotate() tells of `document`. Time is linear in the text.
  AnnotatedDocument analyse(text::Document document) const;

  // Likewise, for a document whose words and sentences are known (see parse_conllu()): these stay as they are, and so
  // does every property that a sentence has; what it lacks is filled in. REQUIRES: the symbols of `given` are layered
  // over the analyser's vocabulary.
  AnnotatedDocument complete(AnnotatedDocument given) const;

 private:
  std::shared_ptr<const WordModel> words_;
  std::shared_ptr<const Parser> parser_;
  std::shared_ptr<const Interner> vocabulary_;
};

}  // namespace claimgraph::nlp
