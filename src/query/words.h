#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimgraph::query {

// The words of a folded text: parts between white space and punctuation, apostrophes and hyphens inside a word kept.
// "s.v. lavrov's" gives "s", "v" and "lavrov". The views live as long as `folded`.
std::vector<std::string_view> words_of(std::string_view folded);

// Whether `folded` says `wanted` in whole words. Both are folded; false when `wanted` is empty.
bool says(std::string_view folded, std::string_view wanted);

// Every run of white space as one space, none at the ends.
std::string in_one_line(std::string_view text);

}  // namespace claimgraph::query
