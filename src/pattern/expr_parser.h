#pragma once

#include <optional>

#include "pattern/ast.h"
#include "pattern/lexeme_cursor.h"

namespace claimgraph::pattern {

// What stands between [ ], of a token or of the features of a labelled stretch:
//
//   expr         := both { "|" both }
//   both         := unary { "&" unary }
//   unary        := "!" unary | "(" expr ")" | test
//   test         := word [ "." word ] [ comparison value [ "[" expr "]" ] ]
//   comparison   := "=" | "!=" | "<" | "<=" | ">" | ">="
//   value        := literal | "{" literal { [","] literal } "}"
//   literal      := word | string | regex

// Whether `lexeme` is a word, a string or a regular expression.
bool is_literal(const Lexeme& lexeme);
// REQUIRES: is_literal(lexeme).
ast::Literal literal_of(const Lexeme& lexeme);
ast::Name name_of(const Lexeme& lexeme);

// Takes a comparison, if one is next.
std::optional<ast::Comparison> parse_comparison(LexemeCursor& cursor);

// "[" [ expr ] "]"; nothing for "[]". REQUIRES: the cursor is at a "[".
std::optional<ast::Expr> parse_token_test(LexemeCursor& cursor);
// "[" expr "]". REQUIRES: the cursor is at a "[".
ast::Expr parse_features(LexemeCursor& cursor);
// label [ "[" expr "]" ]; what is apart from its label is a token of its own. REQUIRES: the cursor is at a label.
ast::LabelStep parse_label(LexemeCursor& cursor);

}  // namespace claimgraph::pattern
