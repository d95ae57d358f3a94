#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/interner.h"
#include "claimgraph/base/span.h"
#include "claimgraph/text/document.h"

namespace claimgraph::nlp {

// A name in the text and what kind of thing bears it: "PER", "ORG", "LOC".
struct NamedSpan {
  TokenRange tokens;
  Symbol type{};

  friend bool operator==(const NamedSpan&, const NamedSpan&) = default;
};

// A document with what the linguistic analysis says of it: one array a property, one place a token, in text order.
// Every array of tokens has size() places, but those of syntax, which are empty when no parser saw the document. Where
// an analysis was given for some sentences only, the others have the empty string for what is not known, and are their
// own heads. Owns the document and its symbols; thread-compatible.
struct AnnotatedDocument {
  text::Document document;
  Interner symbols;  // layered over the rule set's vocabulary

  std::vector<Span> spans;
  std::vector<Symbol> words;   // as written
  std::vector<Symbol> norms;   // lower case, curly quotation marks and apostrophes made straight
  std::vector<Symbol> lemmas;  // dictionary form, lower case; names as norms
  std::vector<Symbol> shapes;  // "Xxxx", "xxxx", "XX", "dd", "X.X.": see shape_of()
  std::vector<Symbol> upos;    // universal part of speech: "NOUN", "PROPN", "VERB", "AUX", ...

  // Syntax, after Universal Dependencies v2.
  std::vector<Symbol> xpos;          // Penn Treebank part of speech: "NNP", "VBD"
  std::vector<Symbol> feats;         // morphological features: "Mood=Ind|Tense=Past"; "_" for none
  std::vector<std::uint32_t> heads;  // the token it depends on, in the same sentence; a root is its own head
  std::vector<Symbol> deprels;       // relation to the head: "nsubj:pass", "root"

  std::vector<NamedSpan> names;       // outermost, in text order; found by the network, not by rules
  std::vector<TokenRange> multiword;  // tokens that are one word as written: "do" "n't"
  std::vector<TokenRange> sentences;
  std::vector<std::uint32_t> cut_sentences;  // numbers of those that only the limit on their length has ended
  std::vector<TokenRange> paragraphs;
  std::vector<TokenRange> quotations;  // outermost, marks included

  std::size_t size() const { return spans.size(); }
  // Whether the words of `sentence`, which has some, have heads and relations.
  bool has_syntax(TokenRange sentence) const { return !deprels.empty() && deprels[sentence.begin] != kEmptySymbol; }
  // Bytes from the first token's begin to the last one's end. REQUIRES: `tokens` is not empty.
  Span bytes(TokenRange tokens) const { return {spans[tokens.begin].begin, spans[tokens.end - 1].end}; }
  // The text from the first token to the last, as written; lives as long as this document.
  std::string_view text(TokenRange tokens) const {
    const Span span = bytes(tokens);
    return std::string_view(document.text).substr(span.begin, span.size());
  }
  std::string_view word(std::uint32_t token) const { return symbols.text(words[token]); }
  std::string_view norm(std::uint32_t token) const { return symbols.text(norms[token]); }
  std::string_view lemma(std::uint32_t token) const { return symbols.text(lemmas[token]); }
  std::string_view pos(std::uint32_t token) const { return symbols.text(upos[token]); }
  std::string_view shape(std::uint32_t token) const { return symbols.text(shapes[token]); }
};

// The lemma as treebanks write it: with the capitals of the word when it is a name, or an adjective that is
// written with one inside its sentence ("American"); "I"; otherwise as it stands. Empty when it is not known.
std::string cased_lemma(const AnnotatedDocument& document, std::uint32_t token, TokenRange sentence);

// One line a token: number, word, lemma, upos, shape, and where there is syntax head and relation; an empty line after
// each sentence. Then a line a name: its tokens, type and text.
std::string dump(const AnnotatedDocument& document);

}  // namespace claimgraph::nlp
