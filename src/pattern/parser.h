#pragma once

#include <optional>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "pattern/ast.h"
#include "pattern/lexer.h"
#include "pattern/source.h"

namespace claimgraph::pattern {

// The tree of a pattern:
//
//   pattern      := sequence { "|" sequence }
//   sequence     := step { step }
//   step         := atom [ quantifier ]
//   quantifier   := ( "?" | "*" | "+" | "{" n "}" | "{" [n] "," [m] "}" ) [ "?" ]
//   atom         := "[" [ expr ] "]" | word | string | regex | label [ "[" expr "]" ] | definition | anchor
//                 | ( "(" | capture ">" | look ) pattern ")"
//
// where `expr` is as in expr_parser.h. Nothing when there was an error. REQUIRES: `lexemes` is what lex() gave for
// `source`.
std::optional<ast::Node> parse(const SourceView& source, const std::vector<Lexeme>& lexemes, Diagnostics& out);

// lex() and parse().
std::optional<ast::Node> parse(const SourceView& source, Diagnostics& out);

}  // namespace claimgraph::pattern
