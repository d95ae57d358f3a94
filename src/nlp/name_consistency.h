#pragma once

#include "claimgraph/nlp/annotated_document.h"

namespace claimgraph::nlp {

// Makes a document's names agree with one another, since a writer means one thing by one name and the network sees a
// sentence at a time. Names of the same words get the type that most of them have; the last word of a person's name,
// alone, counts as that person. Words that are a name at least as often as not are one everywhere, where they begin
// with a capital. Time is linear in the document, for names of bounded length.
void make_names_consistent(AnnotatedDocument& document);

}  // namespace claimgraph::nlp
