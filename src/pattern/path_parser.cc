#include "pattern/path_parser.h"

#include <memory>
#include <utility>

#include <fmt/format.h>

#include "pattern/expr_parser.h"

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

  static bool is_quantifier(const Lexeme& lexeme) { return lexeme.is("?") || lexeme.is("*") || lexeme.is("+"); }

  Path step() {
    const std::uint32_t at = cursor_.peek().at;
    if (cursor_.peek().is("[")) return stay();
    Path path = cursor_.peek().is("(") ? group() : hop();
    if (!is_quantifier(cursor_.peek())) return path;
    const Lexeme& sign = cursor_.take();
    if (is_quantifier(cursor_.peek())) {
      cursor_.fault("a quantifier cannot follow a quantifier", "put the repeated part in ( )");
    }
    ast::PathRepeat repeat{
        .body = std::make_unique<Path>(std::move(path)), .optional = !sign.is("+"), .unlimited = !sign.is("?")};
    return {.at = at, .form = std::move(repeat)};
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

  Path group() {
    const LexemeCursor::Deeper deeper(cursor_);
    const Lexeme& open = cursor_.take();
    Path inner = path();
    cursor_.close(open, ")");
    return inner;
  }

  Path hop() {
    const Lexeme& sign = cursor_.peek();
    if (!sign.is(">") && !sign.is("<")) no_step(cursor_);
    cursor_.take();
    ast::Hop hop{.down = sign.is(">"), .relations = {}, .test = {}};
    if (cursor_.peek().is("{")) {
      relations(hop.relations);
    } else if (is_relation(cursor_.peek())) {
      hop.relations.push_back(literal_of(cursor_.take()));
    }
    if (cursor_.peek().is("[")) hop.test = parse_token_test(cursor_);
    return {.at = sign.at, .form = std::move(hop)};
  }

  static bool is_relation(const Lexeme& lexeme) {
    return (lexeme.kind == LexemeKind::word && lexeme.text != "as") || lexeme.kind == LexemeKind::string;
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

ast::Path parse_path(LexemeCursor& cursor) { return PathParser(cursor).path(); }

void no_step(LexemeCursor& cursor) {
  std::string hint;
  if (cursor.peek().kind == LexemeKind::word) {
    hint = fmt::format("write >{0} to go to a dependent, <{0} to go to the head", cursor.peek().text);
  }
  cursor.unexpected("'>' or '<'", std::move(hint));
}

}  // namespace claimgraph::pattern
