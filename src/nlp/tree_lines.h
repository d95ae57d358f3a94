#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "claimgraph/base/span.h"

namespace claimgraph::nlp {

// What a level of a drawn tree shows on a line.
enum class Branch : std::uint8_t { none, passing, first, between, last };

// A line of a drawn tree: the word, and what each level shows from the root's dependents down; the last is the word's
// own.
struct TreeLine {
  std::uint32_t token = 0;
  std::vector<Branch> branches;  // the innermost kMostLevels of them
  std::size_t depth = 0;         // 0 for a root
};

inline constexpr std::size_t kMostLevels = 200;  // what no terminal is wide enough for

// The lines of the trees of `sentence`, dependents above and below their heads. `heads` is of the whole document: a
// root is its own head. REQUIRES: heads lead to a root within the sentence.
std::vector<TreeLine> tree_lines(const std::vector<std::uint32_t>& heads, TokenRange sentence);

}  // namespace claimgraph::nlp
