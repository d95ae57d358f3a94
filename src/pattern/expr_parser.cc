#include "pattern/expr_parser.h"

#include <memory>
#include <string>
#include <utility>

namespace claimgraph::pattern {
namespace {

using ast::Expr;
using ast::Literal;

class ExprParser {
 public:
  explicit ExprParser(LexemeCursor& cursor) : cursor_(cursor) {}

  Expr expr() {
    const LexemeCursor::Deeper deeper(cursor_);
    const std::uint32_t at = cursor_.peek().at;
    std::vector<Expr> parts;
    parts.push_back(both());
    while (cursor_.take_if("|")) parts.push_back(both());
    if (parts.size() == 1) return std::move(parts.front());
    return {.at = at, .form = ast::Any{std::move(parts)}};
  }

 private:
  Expr both() {
    const std::uint32_t at = cursor_.peek().at;
    std::vector<Expr> parts;
    parts.push_back(unary());
    while (cursor_.take_if("&")) parts.push_back(unary());
    if (parts.size() == 1) return std::move(parts.front());
    return {.at = at, .form = ast::All{std::move(parts)}};
  }

  Expr unary() {
    const std::uint32_t at = cursor_.peek().at;
    if (cursor_.take_if("!")) {
      const LexemeCursor::Deeper deeper(cursor_);
      return {.at = at, .form = ast::Not{std::make_unique<Expr>(unary())}};
    }
    if (!cursor_.peek().is("(")) return test();
    const Lexeme& open = cursor_.take();
    Expr inner = expr();
    cursor_.close(open, ")");
    return inner;
  }

  Expr test() {
    const Lexeme& next = cursor_.peek();
    if (next.kind != LexemeKind::word) {
      cursor_.unexpected("a field", is_literal(next) ? "say which field it is compared with, as in norm=" +
                                                           std::string(cursor_.written(next))
                                                     : "as in [lemma=say & upos=VERB]");
    }
    const Lexeme& name = cursor_.take();
    ast::Test test{.name = name_of(name)};
    if (cursor_.take_if(".")) {
      if (cursor_.peek().kind != LexemeKind::word) cursor_.unexpected("a feature's name", "as in cues.sign=oppose");
      test.feature = name_of(cursor_.take());
    }
    test.comparison = parse_comparison(cursor_);
    if (test.comparison) {
      value(test);
      if (cursor_.peek().is("[")) test.features = std::make_unique<Expr>(parse_features(cursor_));
    }
    return {.at = name.at, .form = std::move(test)};
  }

  // A literal; of a label ("in=Claim.cue") with its part.
  Literal literal(const ast::Test& test) {
    Literal out = literal_of(cursor_.take());
    if (test.name.text != "in" || out.kind != Literal::Kind::word || !cursor_.take_if(".")) return out;
    if (cursor_.peek().kind != LexemeKind::word) {
      cursor_.unexpected("the name of a label's part", "as in in=Claim.content");
    }
    out.kind = Literal::Kind::string;
    out.text += "." + cursor_.take().text;
    return out;
  }

  void value(ast::Test& test) {
    if (is_literal(cursor_.peek())) {
      test.values.push_back(literal(test));
      return;
    }
    const Lexeme& open = cursor_.peek();
    if (!cursor_.take_if("{")) cursor_.unexpected("a value", "a word, a \"string\", a /regex/ or a {set, of, words}");
    test.set = true;
    while (!cursor_.peek().is("}") && !cursor_.at_end()) {
      if (!is_literal(cursor_.peek())) cursor_.unexpected("a value of the set", "as in {say, tell}");
      test.values.push_back(literal(test));
      cursor_.take_if(",");
    }
    if (test.values.empty()) {
      cursor_.fault({.message = "the set is empty", .at = open.at, .hint = "as in {say, tell}"});
    }
    cursor_.close(open, "}");
  }

  LexemeCursor& cursor_;
};

}  // namespace

bool is_literal(const Lexeme& lexeme) {
  return lexeme.kind == LexemeKind::word || lexeme.kind == LexemeKind::string || lexeme.kind == LexemeKind::regex ||
         lexeme.kind == LexemeKind::regex_i;
}

Literal literal_of(const Lexeme& lexeme) {
  const auto kind = lexeme.kind == LexemeKind::word     ? Literal::Kind::word
                    : lexeme.kind == LexemeKind::string ? Literal::Kind::string
                    : lexeme.kind == LexemeKind::regex  ? Literal::Kind::regex
                                                        : Literal::Kind::regex_i;
  return {.kind = kind, .text = lexeme.text, .at = lexeme.at};
}

std::optional<ast::Comparison> parse_comparison(LexemeCursor& cursor) {
  using ast::Comparison;
  for (const auto comparison : {Comparison::equal, Comparison::unequal, Comparison::less, Comparison::at_most,
                                Comparison::more, Comparison::at_least}) {
    if (cursor.take_if(spelling(comparison))) return comparison;
  }
  return std::nullopt;
}

ast::Name name_of(const Lexeme& lexeme) { return {.text = lexeme.text, .at = lexeme.at}; }

std::optional<Expr> parse_token_test(LexemeCursor& cursor) {
  const Lexeme& open = cursor.take();
  if (cursor.take_if("]")) return std::nullopt;
  Expr test = ExprParser(cursor).expr();
  cursor.close(open, "]");
  return test;
}

Expr parse_features(LexemeCursor& cursor) {
  const Lexeme& open = cursor.take();
  if (cursor.peek().is("]")) {
    cursor.fault({.message = "no feature is tested between these brackets",
                  .at = open.at,
                  .hint = "remove them, or put a space before them to mean any token"});
  }
  Expr features = ExprParser(cursor).expr();
  cursor.close(open, "]");
  return features;
}

ast::LabelStep parse_label(LexemeCursor& cursor) {
  ast::LabelStep step{.label = name_of(cursor.take())};
  if (cursor.peek().is("[") && cursor.touches_last()) step.features = parse_features(cursor);
  return step;
}

}  // namespace claimgraph::pattern
