#pragma once

#include <vector>

#include "claimgraph/nlp/annotated_document.h"
#include "extract/attributions.h"
#include "extract/kept.h"

namespace claimgraph::extract {

// Adds what speakers go on to say: of `floating`, attributions without a source of their own in text order, those whose
// content nothing kept touches and that have a speaker shortly before them.
void add_continuations(std::vector<Attribution> floating, Kept& kept, const nlp::AnnotatedDocument& document);

}  // namespace claimgraph::extract
