#pragma once

#include <optional>

#include "claimgraph/base/diagnostics.h"
#include "pattern/source.h"
#include "pattern/tree_ast.h"

namespace claimgraph::pattern {

// The tree of a tree pattern, where `pattern` and `expr` are as in parse():
//
//   tree      := name "=" pattern { argument }
//   argument  := [ "not" ] name [ "?" | "*" ] "=" path [ "as" shape ]
//   path      := way { "|" way }
//   way       := step { step }
//   step      := ( hop | "(" path ")" ) [ "?" | "*" | "+" ] | "[" expr "]"
//   hop       := ( ">" | "<" ) [ relation | "{" relation { [","] relation } "}" ] [ "[" [ expr ] "]" ]
//   relation  := word | string
//   shape     := "subtree" | "rest" | "phrase" | "token"
//
// A clause ends where the next one begins; no pattern and no path has a "=" outside of brackets. Nothing when there was
// an error.
std::optional<ast::Tree> parse_tree(const SourceView& source, Diagnostics& out);

}  // namespace claimgraph::pattern
