#pragma once

#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/nlp/annotated_document.h"

namespace claimgraph::extract {

// A warning for each limit that keeps rules from seeing all of `document`: sentences that were cut at their greatest
// length, so that no pattern sees both parts together, and given ones that are too long for tree patterns (see
// pattern::kMostTreeTokens). Empty for nearly every document. O(sentences).
std::vector<Diagnostic> limits_hit(const nlp::AnnotatedDocument& document);

}  // namespace claimgraph::extract
