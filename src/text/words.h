#pragma once

#include <cstddef>
#include <string_view>

namespace claimgraph::text {

// Where the word or number that starts at `at` ends, the stop of an abbreviation included. Parts joined within it:
// "3,500.25", "7:30", "U.S.", "AT&T", "co-founder", "O'Brien"; clitics are still on it. Compounds end at their hyphen,
// as in Universal Dependencies; a number ends at its unit ("5pm"). REQUIRES: a word character is at `at`.
std::size_t word_end(std::string_view text, std::size_t at);

}  // namespace claimgraph::text
