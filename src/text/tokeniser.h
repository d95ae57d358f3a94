#pragma once

#include <string_view>
#include <vector>

#include "claimgraph/base/span.h"

namespace claimgraph::text {

// Appends the tokens of one paragraph to `tokens`. O(paragraph).
void tokenise(std::string_view text, Span paragraph, std::vector<Span>& tokens);

}  // namespace claimgraph::text
