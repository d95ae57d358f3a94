#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace claimgraph {

// The fewest insertions, deletions, replacements and swaps of neighbouring bytes that turn `a` into `b`
// (optimal string alignment). O(|a| |b|).
std::size_t edit_distance(std::string_view a, std::string_view b);

// At most `most` of `candidates` that a person may have meant by `written`, by spelling: the nearest ones (all at the
// same distance), within a third of its length or one edit, compared without ASCII case.
std::vector<std::string> nearest(std::string_view written, std::span<const std::string> candidates, std::size_t most);

// "did you mean 'a', 'b' or 'c'?" over nearest(); empty when nothing is near.
std::string did_you_mean(std::string_view written, std::span<const std::string> candidates);

}  // namespace claimgraph
