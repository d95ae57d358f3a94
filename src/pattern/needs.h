#pragma once

#include <cstdint>
#include <vector>

#include "pattern/check_builder.h"
#include "pattern/checked.h"
#include "pattern/starts.h"
#include "pattern/tree_checked.h"

namespace claimgraph::pattern {

// What every match of the pattern needs, what rules out most first; adds the checks for it.
std::vector<Need> needs_of(const checked::Tree& tree, CheckBuilder& builder);

// Conditions each of which some token of the sentence meets wherever the arguments that may not be missing are found;
// what rules out most first.
std::vector<std::uint32_t> needs_of(const checked::Arguments& arguments, CheckBuilder& builder);

}  // namespace claimgraph::pattern
