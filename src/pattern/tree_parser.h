#pragma once

#include <optional>

#include "claimgraph/base/diagnostics.h"
#include "pattern/source.h"
#include "pattern/tree_ast.h"

namespace claimgraph::pattern {

// The tree of a tree pattern, where `pattern` is as in parser.h and `path` as in path_parser.h:
//
//   tree      := name "=" pattern { argument }
//   argument  := [ "not" ] name [ "?" | "*" ] "=" path [ "as" shape ]
//   shape     := "subtree" | "rest" | "phrase" | "token"
//
// A clause ends where the next one begins; no pattern and no path has a "=" outside of brackets. Nothing when there was
// an error.
std::optional<ast::Tree> parse_tree(const SourceView& source, Diagnostics& out);

}  // namespace claimgraph::pattern
