#pragma once

#include "pattern/lexeme_cursor.h"
#include "pattern/tree_ast.h"

namespace claimgraph::pattern {

// The path of an argument, where `expr` is as in expr_parser.h:
//
//   path      := way { "|" way }
//   way       := step { step }
//   step      := ( hop | "(" path ")" ) [ "?" | "*" | "+" ] | "[" expr "]"
//   hop       := ( ">" | "<" ) [ relation | "{" relation { [","] relation } "}" ] [ "[" [ expr ] "]" ]
//   relation  := word | string
//
// It ends before "as", a ")" that closes none of its groups, or the end.
ast::Path parse_path(LexemeCursor& cursor);

// That something else stands, or nothing, where a step of a path should.
[[noreturn]] void no_step(LexemeCursor& cursor);

}  // namespace claimgraph::pattern
