#pragma once

#include <vector>

#include "claimgraph/nlp/annotated_document.h"
#include "extract/attributions.h"
#include "extract/candidates.h"
#include "extract/judge.h"

namespace claimgraph::extract {

// Decides which candidates to believe. Of several with a score and the same parts the first counts, with the best
// score. Of those with a score, what the judge believes, the best first, as long as it contradicts nothing better (see
// Kept). Then, by the order of the rules, these and those that have no score and need none, as long as they contradict
// nothing earlier. Then what speakers go on to say. In text order; the confidence of what has a score is the judge's.
std::vector<Attribution> select(Candidates candidates, const Judge& judge, const nlp::AnnotatedDocument& document);

}  // namespace claimgraph::extract
