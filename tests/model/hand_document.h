#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/interner.h"
#include "claimgraph/nlp/annotated_document.h"

namespace claimgraph::model {

// A document written by hand, without any tagger: tokens apart by spaces, each "word", "word/UPOS" or
// "word/UPOS/lemma" or more: "word/UPOS/lemma/head:relation/XPOS/feats", the head as the number of a word of the
// sentence, from 1, or 0 for a root; a part that is empty is as if left out. Where a word has a head, the document has
// syntax, and words without are roots. A line is a sentence and an empty line ends a paragraph. What stands between two
// '"' is a quotation. The text is the words with a space between them.
nlp::AnnotatedDocument hand_document(std::string_view text, std::shared_ptr<const Interner> vocabulary);

// The pieces of `text` between single `separator`s.
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace claimgraph::model
