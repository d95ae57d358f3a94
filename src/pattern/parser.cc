#include "pattern/parser.h"

#include <utility>

#include <fmt/format.h>

#include "pattern/expr_parser.h"
#include "pattern/lexeme_cursor.h"
#include "pattern/quantifier.h"

namespace claimgraph::pattern {
namespace {

using ast::Node;

ast::Anchor::Kind anchor_of(std::string_view text) {
  using Kind = ast::Anchor::Kind;
  for (const Kind kind : {Kind::sentence_begin, Kind::sentence_end, Kind::paragraph_begin}) {
    if (spelling(kind) == text) return kind;
  }
  return Kind::paragraph_end;
}

class Parser {
 public:
  Parser(const SourceView& source, const std::vector<Lexeme>& lexemes, Diagnostics& out)
      : cursor_(source, lexemes, "pattern", out) {}

  std::optional<Node> run() {
    try {
      if (cursor_.at_end()) cursor_.fault("the pattern is empty", "write at least one token, as in [lemma=say]");
      Node node = alternatives();
      if (cursor_.peek().is(")")) cursor_.fault("')' closes no group", "remove it, or open a group with '('");
      if (!cursor_.at_end()) cursor_.unexpected("a step");
      return node;
    } catch (const Failed&) {
      return std::nullopt;
    }
  }

 private:
  Node alternatives() {
    const std::uint32_t at = cursor_.peek().at;
    std::vector<Node> parts;
    parts.push_back(sequence());
    while (cursor_.take_if("|")) parts.push_back(sequence());
    if (parts.size() == 1) return std::move(parts.front());
    return {.at = at, .form = ast::Alternatives{std::move(parts)}};
  }

  bool at_end_of_sequence() const { return cursor_.at_end() || cursor_.peek().is("|") || cursor_.peek().is(")"); }

  Node sequence() {
    const std::uint32_t at = cursor_.peek().at;
    if (at_end_of_sequence()) cursor_.unexpected("a step", "to make a part optional, put '?' after it");
    std::vector<Node> parts;
    while (!at_end_of_sequence()) parts.push_back(step());
    if (parts.size() == 1) return std::move(parts.front());
    return {.at = at, .form = ast::Sequence{std::move(parts)}};
  }

  Node step() {
    if (is_quantifier(cursor_.peek())) {
      cursor_.fault(fmt::format("'{}' has nothing before it to repeat", cursor_.peek().text),
                    fmt::format("to match it as a token, quote it: \"{}\"", cursor_.peek().text));
    }
    Node node = atom();
    if (!is_quantifier(cursor_.peek())) return node;
    const Count count = parse_quantifier(cursor_);
    const bool lazy = cursor_.touches_last() && cursor_.take_if("?");
    if (is_quantifier(cursor_.peek())) {
      cursor_.fault("a quantifier cannot follow a quantifier", "put the repeated part in ( )");
    }
    const std::uint32_t at = node.at;
    return {.at = at,
            .form = ast::Repeat{
                .body = std::make_unique<Node>(std::move(node)), .min = count.min, .max = count.max, .lazy = lazy}};
  }

  Node atom() {
    const Lexeme& lexeme = cursor_.peek();
    const std::uint32_t at = lexeme.at;
    if (lexeme.is("[")) return {.at = at, .form = ast::TokenStep{parse_token_test(cursor_)}};
    if (is_literal(lexeme)) return {.at = at, .form = ast::WordStep{literal_of(cursor_.take())}};
    switch (lexeme.kind) {
      case LexemeKind::label: return {.at = at, .form = parse_label(cursor_)};
      case LexemeKind::definition: return {.at = at, .form = ast::Use{name_of(cursor_.take())}};
      case LexemeKind::anchor: return {.at = at, .form = ast::Anchor{anchor_of(cursor_.take().text)}};
      case LexemeKind::capture: {
        const Lexeme& open = cursor_.take();
        return {.at = at, .form = ast::Capture{{.text = open.text, .at = open.at + 3}, group(open)}};
      }
      case LexemeKind::look: {
        const Lexeme& open = cursor_.take();
        const bool behind = open.text[2] == '<';
        return {.at = at, .form = ast::Look{.ahead = !behind, .negated = open.text.back() == '!', .body = group(open)}};
      }
      default: break;
    }
    if (lexeme.is("(")) return std::move(*group(cursor_.take()));
    cursor_.unexpected("a step", lexeme.is("]")
                                     ? "remove it, or open a token with '['"
                                     : fmt::format("to match it as a token, quote it: {}", quoted(lexeme.text)));
  }

  // What stands in the brackets that `open` has opened.
  std::unique_ptr<Node> group(const Lexeme& open) {
    const LexemeCursor::Deeper deeper(cursor_);
    if (cursor_.peek().is(")")) {
      cursor_.fault({.message = "the group is empty", .at = open.at, .hint = "write at least one step in it"});
    }
    if (cursor_.at_end()) cursor_.close(open, ")");
    auto node = std::make_unique<Node>(alternatives());
    cursor_.close(open, ")");
    return node;
  }

  LexemeCursor cursor_;
};

}  // namespace

std::optional<ast::Node> parse(const SourceView& source, const std::vector<Lexeme>& lexemes, Diagnostics& out) {
  return Parser(source, lexemes, out).run();
}

std::optional<ast::Node> parse(const SourceView& source, Diagnostics& out) {
  const auto lexemes = lex(source, out);
  if (!lexemes) return std::nullopt;
  return parse(source, *lexemes, out);
}

}  // namespace claimgraph::pattern
