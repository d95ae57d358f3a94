#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/base/interner.h"
#include "claimgraph/nlp/annotated_document.h"

// CoNLL-U, the format of Universal Dependencies treebanks (universaldependencies.org/format.html).
namespace claimgraph::nlp {

// `document` in CoNLL-U: a comment `# newdoc id` before its first sentence, `# newpar` before each paragraph, and of
// each sentence `# sent_id`, `# text` and a line a word, of ten columns apart by tabs: ID FORM LEMMA UPOS XPOS FEATS
// HEAD DEPREL DEPS MISC. What is not known is "_". Words that were written as one stand below a line `4-5` with the
// word as written. MISC says `SpaceAfter=No` where the next word touches, `TokenRange=begin:end` in bytes of the
// document's text, and `Name=B-PER`, `Name=I-PER` on the words of a name. White space between words is as many spaces,
// and a control character is U+FFFD. A document without words is the empty string. The inverse of parse_conllu().
std::string dump_conllu(const AnnotatedDocument& document);

// The documents of a text in CoNLL-U, `# newdoc` before each, or one without; named by their `# newdoc id`, else by
// `file`, with ":line" of the first word from the second such on. A document's text is that of its sentences, from `#
// text` where the words spell it, else from the words and `SpaceAfter=No`; sentences are apart by a space, paragraphs
// (`# newpar`) by an empty line.
//
// Of each document are known: words, sentences, paragraphs and multiword tokens, and of each sentence the columns
// LEMMA, UPOS, XPOS, FEATS and HEAD with DEPREL that are not "_" in all of its words; where all are, a symbol is the
// empty string, and where they are in all sentences the array is empty. So are norms, shapes and quotations: see
// Analyser::complete(). Empty nodes (8.1), DEPS, other comments and the rest of MISC are passed over.
//
// A document with a fault is left out. Findings name `file`, line and column: the first fault of every sentence, and a
// warning for a `# text` that the words do not spell. Linear in the text.
// REQUIRES: `text` is shorter than 2^32 - 1 bytes; `vocabulary`, over which the symbols are layered, is not null.
std::vector<AnnotatedDocument> parse_conllu(std::string_view text, const std::string& file,
                                            const std::shared_ptr<const Interner>& vocabulary, Diagnostics& out);

}  // namespace claimgraph::nlp
