#pragma once

#include <optional>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "pattern/lexer.h"
#include "pattern/source.h"
#include "pattern/where_ast.h"

namespace claimgraph::pattern {

// A condition on the captures of a match, where `expr` and `comparison` are as in expr_parser.h:
//
//   where      := both { "or" both }
//   both       := unary { "and" unary }
//   unary      := "not" unary | "(" where ")" | test
//   test       := capture [ order capture | "[" expr "]" ] | reference comparison reference
//               | relation "(" capture "," capture ")"
//               | ( "distance" "(" capture "," capture ")" | "tokens" "(" capture ")" ) comparison number
//   order      := "before" | "after" | "within" | "overlaps"
//   relation   := "agree" | "same_sentence" | "same_paragraph" | "same_quotation" | "same_words"
//   reference  := capture "." word [ "." word ]
//
// Nothing when there was an error. REQUIRES: `lexemes` is what lex() gave for `source` as Language::conditions.
std::optional<ast::Where> parse_where(const SourceView& source, const std::vector<Lexeme>& lexemes, Diagnostics& out);

// lex() and parse_where().
std::optional<ast::Where> parse_where(const SourceView& source, Diagnostics& out);

}  // namespace claimgraph::pattern
