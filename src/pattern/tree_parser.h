#pragma once

#include <optional>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "pattern/lexer.h"
#include "pattern/source.h"
#include "pattern/tree_ast.h"

namespace claimgraph::pattern {

// The tree of a tree pattern, where `pattern` is as in parser.h and `path` as in path_parser.h:
//
//   tree      := name "=" pattern { argument }
//   argument  := ( "not" name | name [ quantifier ] ) "=" path [ "as" shape ]
//   shape     := "subtree" | "rest" | "phrase" | "token" | label [ "[" expr "]" ]
//
// A clause ends where the next one begins; no pattern and no path has a "=" outside of brackets. Nothing when there was
// an error. REQUIRES: `lexemes` is what lex() gave for `source` as Language::tree.
std::optional<ast::Tree> parse_tree(const SourceView& source, const std::vector<Lexeme>& lexemes, Diagnostics& out);

// lex() and parse_tree().
std::optional<ast::Tree> parse_tree(const SourceView& source, Diagnostics& out);

}  // namespace claimgraph::pattern
