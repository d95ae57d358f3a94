#pragma once

#include <cstddef>
#include <string_view>

namespace claimgraph::text {

// Where the token that starts with the symbol at `at` ends: a mark of punctuation, a run of equal ones ("--", "..."),
// a doubled quotation mark, an emoji with all that modifies it. REQUIRES: `at` is at no white space.
std::size_t symbol_end(std::string_view text, std::size_t at);

}  // namespace claimgraph::text
