#pragma once

#include <string_view>

#include "claimgraph/base/span.h"
#include "claimgraph/text/segmenter.h"

namespace claimgraph::text {

// Appends the tokens of one paragraph to `out`, and which of them are one word. O(paragraph).
void tokenise(std::string_view text, Span paragraph, Segmentation& out);

}  // namespace claimgraph::text
