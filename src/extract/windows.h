#pragma once

#include <vector>

#include "claimgraph/base/span.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "claimgraph/rules/rule_set.h"

namespace claimgraph::extract {

// The stretches of text that `rule` runs over, in text order: sentences, paragraphs or the document, cut to what its
// `when` leaves; none in a document that it leaves out. Replaces what is in `out`.
void find_windows(const rules::Rule& rule, const nlp::AnnotatedDocument& document, const pattern::Layer& layer,
                  std::vector<TokenRange>& out);

}  // namespace claimgraph::extract
