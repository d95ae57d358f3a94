#include "pattern/where_parser.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "claimgraph/base/suggest.h"
#include "pattern/expr_parser.h"
#include "pattern/lexeme_cursor.h"
#include "pattern/literals.h"

namespace claimgraph::pattern {
namespace {

using ast::Where;

constexpr std::array kOrders = {ast::Order::before, ast::Order::after, ast::Order::within, ast::Order::overlaps};
constexpr std::array kRelations = {ast::Relation::agree, ast::Relation::same_sentence, ast::Relation::same_paragraph,
                                   ast::Relation::same_quotation, ast::Relation::same_words};
constexpr std::array kMeasures = {ast::Measure::distance, ast::Measure::tokens};

class WhereParser {
 public:
  WhereParser(const SourceView& source, const std::vector<Lexeme>& lexemes, Diagnostics& out)
      : cursor_(source, lexemes, "condition", out) {
    cursor_.set_remedy("write a list of conditions instead");
  }

  std::optional<Where> run() {
    try {
      Where where = any();
      if (cursor_.peek().is(")")) cursor_.fault("')' closes no group", "remove it, or open a group with '('");
      if (!cursor_.at_end()) cursor_.unexpected("'and' or 'or'", joint_hint());
      return where;
    } catch (const Failed&) {
      return std::nullopt;
    }
  }

 private:
  std::string joint_hint() const {
    if (cursor_.peek().is("&")) return "write 'and'";
    if (cursor_.peek().is("|")) return "write 'or'";
    return "";
  }

  Where any() {
    const LexemeCursor::Deeper deeper(cursor_);
    const std::uint32_t at = cursor_.peek().at;
    std::vector<Where> parts;
    parts.push_back(all());
    while (cursor_.take_word("or")) parts.push_back(all());
    if (parts.size() == 1) return std::move(parts.front());
    return {.at = at, .form = ast::WhereAny{std::move(parts)}};
  }

  Where all() {
    const std::uint32_t at = cursor_.peek().at;
    std::vector<Where> parts;
    parts.push_back(unary());
    while (cursor_.take_word("and")) parts.push_back(unary());
    if (parts.size() == 1) return std::move(parts.front());
    return {.at = at, .form = ast::WhereAll{std::move(parts)}};
  }

  Where unary() {
    const std::uint32_t at = cursor_.peek().at;
    if (cursor_.take_word("not")) {
      const LexemeCursor::Deeper deeper(cursor_);
      return {.at = at, .form = ast::WhereNot{std::make_unique<Where>(unary())}};
    }
    if (!cursor_.peek().is("(")) return test();
    const Lexeme& open = cursor_.take();
    Where inner = any();
    cursor_.close(open, ")");
    return inner;
  }

  Where test() {
    const std::uint32_t at = cursor_.peek().at;
    const ast::Name name = capture(cursor_.peek().is("!") ? "write 'not'" : "");
    if (cursor_.peek().is("(")) return function(name);
    if (cursor_.peek().is(".")) return {.at = at, .form = compared(name)};
    if (cursor_.peek().is("[")) return {.at = at, .form = tested(name)};
    for (const ast::Order order : kOrders) {
      if (!cursor_.take_word(spelling(order))) continue;
      return {.at = at, .form = ast::Ordered{.left = name, .order = order, .right = capture()}};
    }
    if (cursor_.peek().is("=") || cursor_.peek().is("!=")) {
      cursor_.unexpected("a field of the capture", fmt::format("as in {0}.lemma, or write {0}[lemma=…]", name.text));
    }
    return {.at = at, .form = ast::Present{name}};
  }

  // The name of a capture; words of conditions themselves are none.
  ast::Name capture(std::string hint = "") {
    constexpr std::array<std::string_view, 3> kWords = {"and", "or", "not"};
    const Lexeme& next = cursor_.peek();
    const bool own = std::find(kWords.begin(), kWords.end(), next.text) != kWords.end();
    if (next.kind != LexemeKind::word || own) cursor_.unexpected("the name of a capture", std::move(hint));
    return name_of(cursor_.take());
  }

  // What begins with `name` and "(".
  Where function(const ast::Name& name) {
    for (const ast::Relation relation : kRelations) {
      if (spelling(relation) != name.text) continue;
      const auto captures = arguments(name, 2);
      return {.at = name.at, .form = ast::Related{.relation = relation, .left = captures[0], .right = captures[1]}};
    }
    for (const ast::Measure measure : kMeasures) {
      if (spelling(measure) != name.text) continue;
      return {.at = name.at, .form = measured(measure, arguments(name, measure == ast::Measure::distance ? 2 : 1))};
    }
    std::vector<std::string> known;
    for (const ast::Relation relation : kRelations) known.emplace_back(spelling(relation));
    for (const ast::Measure measure : kMeasures) known.emplace_back(spelling(measure));
    cursor_.fault({.code = ErrorCode::invalid,
                   .message = fmt::format("unknown function '{}'", name.text),
                   .at = name.at,
                   .hint = either(did_you_mean(name.text, known), "known functions: " + listed(known))});
  }

  std::vector<ast::Name> arguments(const ast::Name& function, std::size_t wanted) {
    const Lexeme& open = cursor_.take();
    std::vector<ast::Name> out;
    do out.push_back(capture());
    while (cursor_.take_if(","));
    if (out.size() != wanted) {
      cursor_.fault({.message = fmt::format("'{}' is asked of {} capture{}, not of {}", function.text, wanted,
                                            wanted == 1 ? "" : "s", out.size()),
                     .at = function.at,
                     .hint = wanted == 1 ? "as in tokens(content) > 3" : "as in distance(source, cue) <= 5"});
    }
    cursor_.close(open, ")");
    return out;
  }

  ast::Measured measured(ast::Measure measure, std::vector<ast::Name> captures) {
    const auto comparison = parse_comparison(cursor_);
    if (!comparison) cursor_.unexpected("a comparison with a number", "as in distance(source, cue) <= 5");
    if (cursor_.peek().kind != LexemeKind::word) cursor_.unexpected("a number");
    return {.measure = measure,
            .captures = std::move(captures),
            .comparison = *comparison,
            .number = name_of(cursor_.take())};
  }

  ast::Tested tested(const ast::Name& name) {
    const std::uint32_t at = cursor_.peek().at;
    auto test = parse_token_test(cursor_);
    if (!test) {
      cursor_.fault({.message = "this test holds of every token",
                     .at = at,
                     .hint = fmt::format("to ask whether '{0}' took part, write {0}", name.text)});
    }
    return {.capture = name, .test = std::move(*test)};
  }

  ast::Reference reference(const ast::Name& name) {
    const std::string hint = fmt::format("as in {}.lemma", name.text);
    if (!cursor_.take_if("."))
      cursor_.unexpected("'.' and a field", hint + "; to compare with a word, write [lemma=…]");
    if (cursor_.peek().kind != LexemeKind::word) cursor_.unexpected("a field", hint);
    ast::Reference out{.capture = name, .field = name_of(cursor_.take()), .feature = {}};
    if (!cursor_.take_if(".")) return out;
    if (cursor_.peek().kind != LexemeKind::word) cursor_.unexpected("a feature's name", "as in source.feats.Number");
    out.feature = cursor_.take().text;
    return out;
  }

  ast::Compared compared(const ast::Name& name) {
    ast::Reference left = reference(name);
    const auto comparison = parse_comparison(cursor_);
    if (!comparison) cursor_.unexpected("a comparison", "as in source.lemma != target.lemma");
    if (cursor_.peek().kind != LexemeKind::word) {
      cursor_.unexpected("the name of a capture",
                         fmt::format("to compare with a word, write {}[{}=…]", name.text, left.field.text));
    }
    const ast::Name right = capture();
    if (!cursor_.peek().is(".")) {
      cursor_.unexpected("'.' and a field",
                         fmt::format("as in {1}.{2}; to compare with the word '{1}', write {0}[{2}={1}], or "
                                     "{0}[LABEL.{2}={1}] for a feature of a label",
                                     name.text, right.text, left.field.text));
    }
    return {.left = std::move(left), .comparison = *comparison, .right = reference(right)};
  }

  LexemeCursor cursor_;
};

}  // namespace

std::optional<Where> parse_where(const SourceView& source, const std::vector<Lexeme>& lexemes, Diagnostics& out) {
  return WhereParser(source, lexemes, out).run();
}

std::optional<Where> parse_where(const SourceView& source, Diagnostics& out) {
  const auto lexemes = lex(source, out, Language::conditions);
  if (!lexemes) return std::nullopt;
  return parse_where(source, *lexemes, out);
}

}  // namespace claimgraph::pattern
