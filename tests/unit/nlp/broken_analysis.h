#pragma once

#include <string>

#include "claimgraph/nlp/annotated_document.h"

namespace claimgraph::nlp {

// The first property of a whole analysis that does not hold, in words; empty when all hold. Header-only, as both the
// unit tests and the fuzz targets ask it.
inline std::string broken_analysis(const AnnotatedDocument& document) {
  for (const auto* column : {&document.words, &document.norms, &document.lemmas, &document.shapes, &document.upos,
                             &document.xpos, &document.feats, &document.deprels}) {
    if (column->size() != document.size()) return "an array has not size() places";
  }
  if (document.heads.size() != document.size()) return "not every token has a head";
  std::uint32_t behind = 0;
  for (const TokenRange sentence : document.sentences) {
    if (sentence.begin != behind || sentence.empty()) return "sentences leave a gap, overlap or are empty";
    behind = sentence.end;
    int roots = 0;
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const std::uint32_t head = document.heads[i];
      if (head < sentence.begin || head >= sentence.end) return "a head lies outside of its sentence";
      if (head == i) ++roots;
      // Who follows the heads arrives at the root before he has passed every word.
      std::uint32_t at = i, steps = 0;
      while (document.heads[at] != at && steps <= sentence.size()) at = document.heads[at], ++steps;
      if (steps > sentence.size()) return "heads go in a circle";
    }
    if (roots != 1) return "a sentence has not one root";
  }
  if (behind != document.size()) return "a token is in no sentence";
  behind = 0;
  for (const NamedSpan& name : document.names) {
    if (name.tokens.empty() || name.tokens.begin < behind || name.tokens.end > document.size()) {
      return "names overlap, are empty or out of order";
    }
    behind = name.tokens.end;
  }
  for (std::uint32_t i = 0; i < document.size(); ++i) {
    if (document.text({i, i + 1}) != document.word(i)) return "a word is not the text of its span";
    if (document.lemma(i).empty() || document.pos(i).empty()) return "a word has no lemma or part of speech";
  }
  return "";
}

}  // namespace claimgraph::nlp
