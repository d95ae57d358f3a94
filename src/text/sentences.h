#pragma once

#include <string_view>

#include "claimgraph/base/span.h"
#include "claimgraph/text/segmenter.h"

namespace claimgraph::text {

// No sentence has more tokens than this.
inline constexpr std::uint32_t kMaxSentenceTokens = 1000;

// Appends the sentences of one paragraph to those of `out`, whose tokens these are, and notes those that it cuts.
// O(paragraph).
void split_sentences(std::string_view text, TokenRange paragraph, Segmentation& out);

}  // namespace claimgraph::text
