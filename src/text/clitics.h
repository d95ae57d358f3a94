#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "claimgraph/base/span.h"

namespace claimgraph::text {

// Where a token that starts with an apostrophe ends: a clitic cut off by other punctuation ("U.S.'s"), a year ("'72"),
// a shortened word ("'em"). `at` when there is none.
std::size_t elision_end(std::string_view text, std::size_t at);

// Appends the word [begin, end) to `tokens`, its clitics as tokens of their own: "couldn't've" is "could" "n't" "'ve",
// "cannot" is "can" "not". O(word).
void append_clitics(std::string_view text, Span word, std::vector<Span>& tokens);

}  // namespace claimgraph::text
