#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/base/interner.h"
#include "claimgraph/pattern/pattern.h"
#include "pattern/source.h"
#include "pattern/tree_ast.h"
#include "pattern/tree_checked.h"

namespace claimgraph::pattern {

// Looks up every name in the paths of `tree` and in the definitions they use, refuses what never leads anywhere, and
// numbers the captures behind `captures`, those of the trigger's pattern. Nothing when there was an error. REQUIRES:
// `tree` is what parse_tree() gave for `source`.
std::optional<checked::Arguments> check_arguments(const SourceView& source, const ast::Tree& tree,
                                                  std::vector<std::string> captures, const Scheme& scheme,
                                                  Interner& vocabulary, Diagnostics& out);

// Checks a path that is no argument's. False when there was an error.
bool check_path(const SourceView& source, const ast::Path& path, const Scheme& scheme, Interner& vocabulary,
                Diagnostics& out);

}  // namespace claimgraph::pattern
