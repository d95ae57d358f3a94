#pragma once

#include <string>
#include <string_view>

namespace claimgraph::query {

// Whether `folded` says `wanted` in whole words. Both are folded; false when `wanted` is empty.
bool says(std::string_view folded, std::string_view wanted);

// Every run of white space as one space, none at the ends.
std::string in_one_line(std::string_view text);

}  // namespace claimgraph::query
