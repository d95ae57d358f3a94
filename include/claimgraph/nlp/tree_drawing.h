#pragma once

#include <cstddef>
#include <string>

#include "claimgraph/nlp/annotated_document.h"

namespace claimgraph::nlp {

// The dependency tree of `sentence` for a terminal, a line a word: its number in the sentence, the word in the tree,
// its relation to its head and its part of speech, and the type of the name that it is part of, if there is a name:
//
//   1    ┌─ Ana     compound  PROPN  PER
//   2 ┌─ Vela       nsubj     PROPN  PER
//   3 refused       root      VERB
//   4 └─ yesterday  advmod    ADV
//
// Below and above each head are its dependents, those before it in the text above, in the order of the text; words
// stand in the order of the text where no branches cross. In a sentence without syntax the lemma is in the place of the
// relation. Where a line would take more than `width` columns (0: no limit; at least 40), branches are drawn narrower,
// then words cut with "…", and branches beyond what fits left out behind "…". Control characters are U+FFFD. O(words *
// width).
std::string draw_tree(const AnnotatedDocument& document, TokenRange sentence, std::size_t width);

}  // namespace claimgraph::nlp
