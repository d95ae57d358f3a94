#pragma once

#include <string_view>
#include <vector>

#include "claimgraph/base/span.h"
#include "claimgraph/text/segmenter.h"

namespace claimgraph::text {

// The outermost quotations of a text as token ranges, quotation marks included, in text order and apart from one
// another. Knows "straight", “curly”, ''doubled'', «angle» and ‘single’ marks (the last only where they cannot be
// apostrophes). A quotation ends with its paragraph; where the next paragraph opens with a mark again and the last was
// left open, each paragraph is a quotation of its own. A mark with space on one side only opens or closes towards the
// other, whatever its form. `segmentation` is that of `text`. O(text).
std::vector<TokenRange> find_quotations(std::string_view text, const Segmentation& segmentation);

}  // namespace claimgraph::text
