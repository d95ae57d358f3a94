#include "pattern/path_parser.h"

#include <memory>
#include <utility>

#include <fmt/format.h>

#include "pattern/expr_parser.h"
#include "pattern/quantifier.h"

namespace claimgraph::pattern {
namespace {

using ast::Path;

class PathParser {
 public:
  explicit PathParser(LexemeCursor& cursor) : cursor_(cursor) {}

  Path path() {
    const std::uint32_t at = cursor_.peek().at;
    std::vector<Path> parts;
    parts.push_back(way());
    while (cursor_.take_if("|")) parts.push_back(way());
    if (parts.size() == 1) return std::move(parts.front());
    return {.at = at, .form = ast::PathAlternatives{std::move(parts)}};
  }

 private:
  bool at_end_of_way() const {
    return cursor_.at_end() || cursor_.peek().is("|") || cursor_.peek().is(")") || cursor_.at_word("as");
  }

  Path way() {
    const std::uint32_t at = cursor_.peek().at;
    std::vector<Path> parts;
    do parts.push_back(step());
    while (!at_end_of_way());
    if (parts.size() == 1) return std::move(parts.front());
    return {.at = at, .form = ast::PathSequence{std::move(parts)}};
  }

  Path step() {
    const std::uint32_t at = cursor_.peek().at;
    if (cursor_.peek().is("[")) return stay();
    if (cursor_.peek().kind == LexemeKind::look) return look();
    Path path = cursor_.peek().is("(") ? group()
                : cursor_.peek().kind == LexemeKind::definition
                    ? Path{.at = at, .form = ast::Use{name_of(cursor_.take())}}
                    : hop();
    if (!is_quantifier(cursor_.peek())) return path;
    const Count count = parse_quantifier(cursor_);
    if (is_quantifier(cursor_.peek())) {
      cursor_.fault("a quantifier cannot follow a quantifier", "put the repeated part in ( )");
    }
    return {.at = at, .form = ast::PathRepeat{.body = std::make_unique<Path>(std::move(path)), .count = count}};
  }

  Path stay() {
    const std::uint32_t at = cursor_.peek().at;
    auto expr = parse_token_test(cursor_);
    if (!expr) cursor_.fault({.message = "this test holds of every token", .at = at, .hint = "remove it"});
    if (is_quantifier(cursor_.peek())) {
      cursor_.fault("a test cannot be repeated or optional", "put the quantifier before it");
    }
    return {.at = at, .form = ast::Stay{std::move(*expr)}};
  }

  Path look() {
    const std::uint32_t at = cursor_.peek().at;
    if (cursor_.peek().text[2] == '<') {
      cursor_.fault("a path cannot look behind it", "write (?= ) or (?! ) with the way back in it, as in (?= <conj)");
    }
    const bool negated = cursor_.peek().text.back() == '!';
    auto body = std::make_unique<Path>(group());
    if (is_quantifier(cursor_.peek())) cursor_.fault("a lookaround cannot be repeated or optional", "remove this");
    return {.at = at, .form = ast::PathLook{.negated = negated, .body = std::move(body)}};
  }

  Path group() {
    const LexemeCursor::Deeper deeper(cursor_);
    const Lexeme& open = cursor_.take();
    Path inner = path();
    cursor_.close(open, ")");
    return inner;
  }

  Path hop() {
    const std::uint32_t at = cursor_.peek().at;
    ast::Hop hop{.way = way_of(cursor_), .relations = {}, .test = {}};
    const bool leads = hop.way == ast::Way::down || hop.way == ast::Way::up;
    if (leads && cursor_.peek().is("{")) {
      relations(hop.relations);
    } else if (leads && is_relation(cursor_.peek())) {
      hop.relations.push_back(literal_of(cursor_.take()));
    }
    if (cursor_.peek().is("[")) hop.test = parse_token_test(cursor_);
    return {.at = at, .form = std::move(hop)};
  }

  static ast::Way way_of(LexemeCursor& cursor) {
    if (cursor.take_if(">")) return ast::Way::down;
    if (cursor.take_if("<")) return ast::Way::up;
    if (cursor.take_word("next")) return ast::Way::next;
    if (cursor.take_word("previous")) return ast::Way::previous;
    no_step(cursor);
  }

  // What is no word of paths themselves.
  static bool is_relation(const Lexeme& lexeme) {
    const bool own = lexeme.text == "as" || lexeme.text == "next" || lexeme.text == "previous";
    return (lexeme.kind == LexemeKind::word && !own) || lexeme.kind == LexemeKind::string;
  }

  void relations(std::vector<ast::Literal>& out) {
    const Lexeme& open = cursor_.take();
    while (!cursor_.peek().is("}") && !cursor_.at_end()) {
      if (!is_relation(cursor_.peek())) cursor_.unexpected("a relation", "as in >{nsubj, csubj}");
      out.push_back(literal_of(cursor_.take()));
      cursor_.take_if(",");
    }
    cursor_.close(open, "}");
    if (!out.empty()) return;
    cursor_.fault({.message = "no relation stands between '{' and '}'",
                   .at = open.at,
                   .hint = "for any relation, write nothing"});
  }

  LexemeCursor& cursor_;
};

}  // namespace

std::optional<ast::Path> parse_path(const SourceView& source, Diagnostics& out) {
  const auto lexemes = lex(source, out, Language::tree);
  if (!lexemes) return std::nullopt;
  try {
    LexemeCursor cursor(source, *lexemes, "path", out);
    ast::Path path = parse_path(cursor);
    if (cursor.peek().is(")")) cursor.fault("')' closes no group", "remove it, or open a group with '('");
    if (!cursor.at_end()) no_step(cursor);
    return path;
  } catch (const Failed&) {
    return std::nullopt;
  }
}

ast::Path parse_path(LexemeCursor& cursor) { return PathParser(cursor).path(); }

void no_step(LexemeCursor& cursor) {
  std::string hint;
  if (cursor.peek().kind == LexemeKind::word) {
    hint = fmt::format("write >{0} to go to a dependent, <{0} to go to the head", cursor.peek().text);
  }
  cursor.unexpected("'>' or '<'", std::move(hint));
}

}  // namespace claimgraph::pattern
