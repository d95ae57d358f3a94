#pragma once

#include <string>
#include <string_view>

#include "claimgraph/base/interner.h"
#include "claimgraph/nlp/word_model.h"

namespace claimgraph::nlp {

// The shape of a word: each code point as 'X' (upper case), 'x' (other letter), 'd' (digit) or itself, a run of more
// than four of one class cut to four: "Xxxx", "X.X.", "dd,ddd".
std::string shape_of(std::string_view word);

// The dictionary form of `norm`, a lower-case word that is `upos` in its sentence: the model's where it has one, else
// by the rules of English inflection. Of several forms that the rules allow one wins that the model knows as a lemma of
// that part of speech, then one that stands in `vocabulary` (the words that rules and lexicons name), then the
// likeliest.
std::string lemma_of(std::string_view norm, Upos upos, const WordModel& model, const Interner& vocabulary);

}  // namespace claimgraph::nlp
