#pragma once

#include <string_view>
#include <vector>

#include "claimgraph/base/span.h"

namespace claimgraph::text {

// No sentence has more tokens than this.
inline constexpr std::uint32_t kMaxSentenceTokens = 1000;

// Appends the sentences of one paragraph to `sentences`. O(paragraph).
void split_sentences(std::string_view text, const std::vector<Span>& tokens, TokenRange paragraph,
                     std::vector<TokenRange>& sentences);

}  // namespace claimgraph::text
