#pragma once

#include <optional>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/base/interner.h"
#include "claimgraph/pattern/pattern.h"
#include "pattern/ast.h"
#include "pattern/checked.h"
#include "pattern/source.h"

namespace claimgraph::pattern {

// Parts may lie this deep in one another, definitions counted in.
inline constexpr int kMostDepth = 1000;

// Looks up every name in `pattern` and in the definitions it uses, and refuses what can never match or always does.
// Nothing when there was an error. REQUIRES: `pattern` is what parse() gave for `source`.
std::optional<checked::Tree> check(const SourceView& source, const ast::Node& pattern, const Scheme& scheme,
                                   Interner& vocabulary, Diagnostics& out);

}  // namespace claimgraph::pattern
