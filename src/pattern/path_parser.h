#pragma once

#include <optional>

#include "claimgraph/base/diagnostics.h"
#include "pattern/lexeme_cursor.h"
#include "pattern/source.h"
#include "pattern/tree_ast.h"

namespace claimgraph::pattern {

// The path of an argument, where `expr` is as in expr_parser.h and `quantifier` as in quantifier.h:
//
//   path      := way { "|" way }
//   way       := step { step }
//   step      := ( hop | "(" path ")" | definition ) [ quantifier ] | "[" expr "]" | look path ")"
//   hop       := ( lead | "next" | "previous" ) [ "[" [ expr ] "]" ]
//   lead      := ( ">" | "<" ) [ relation | "{" relation { [","] relation } "}" ]
//   relation  := word | string
//
// It ends before "as", a ")" that closes none of its groups, or the end.
ast::Path parse_path(LexemeCursor& cursor);

// lex() and parse_path() of a text that holds nothing else. Nothing when there was an error.
std::optional<ast::Path> parse_path(const SourceView& source, Diagnostics& out);

// That something else stands, or nothing, where a step of a path should.
[[noreturn]] void no_step(LexemeCursor& cursor);

}  // namespace claimgraph::pattern
