#pragma once

#include <optional>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "pattern/ast.h"
#include "pattern/lexer.h"
#include "pattern/source.h"

namespace claimgraph::pattern {

// Brackets may stand this deep in one another.
inline constexpr int kMostNesting = 100;
// The most that {n,m} may ask for.
inline constexpr std::uint32_t kMostRepeats = 1000;

// The tree of a pattern:
//
//   pattern      := sequence { "|" sequence }
//   sequence     := step { step }
//   step         := atom [ quantifier ]
//   quantifier   := ( "?" | "*" | "+" | "{" n "}" | "{" [n] "," [m] "}" ) [ "?" ]
//   atom         := "[" [ expr ] "]" | word | string | regex | label [ "[" expr "]" ] | definition | anchor
//                 | ( "(" | capture ">" | look ) pattern ")"
//   expr         := both { "|" both }
//   both         := unary { "&" unary }
//   unary        := "!" unary | "(" expr ")" | test
//   test         := word [ "." word ] [ ( "=" | "!=" ) value [ "[" expr "]" ] ]
//   value        := literal | "{" literal { [","] literal } "}"
//   literal      := word | string | regex
//
// Nothing when there was an error. REQUIRES: `lexemes` is what lex() gave for `source`.
std::optional<ast::Node> parse(const SourceView& source, const std::vector<Lexeme>& lexemes, Diagnostics& out);

// lex() and parse().
std::optional<ast::Node> parse(const SourceView& source, Diagnostics& out);

}  // namespace claimgraph::pattern
