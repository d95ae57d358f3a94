#pragma once

#include <optional>
#include <vector>

#include "claimgraph/base/span.h"
#include "claimgraph/nlp/annotated_document.h"

namespace claimgraph::extract {

// The words of the document that repeat its title: they begin one of its first sentences and spell it, but for white
// space and the case of ASCII letters.
std::optional<TokenRange> find_headline(const nlp::AnnotatedDocument& document);

// The paragraphs of a transcript that begin with a speaker and a colon: at most eight words, the first with a capital,
// before the colon, no other mark of punctuation but commas, full stops and brackets, and words behind it. None where
// there is only one such paragraph.
std::vector<TokenRange> find_turns(const nlp::AnnotatedDocument& document);

}  // namespace claimgraph::extract
