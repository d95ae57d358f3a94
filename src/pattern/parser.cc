#include "pattern/parser.h"

#include <charconv>
#include <utility>

#include <fmt/format.h>

namespace claimgraph::pattern {
namespace {

using ast::Expr;
using ast::Literal;
using ast::Node;

// Thrown within this file only: the first fault ends the parse.
struct Failed {};

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
      : source_(source), lexemes_(lexemes), out_(out) {}

  std::optional<Node> run() {
    try {
      if (peek().kind == LexemeKind::end) fault("the pattern is empty", "write at least one token, as in [lemma=say]");
      Node node = alternatives();
      if (peek().is(")")) fault("')' closes no group", "remove it, or open a group with '('");
      if (peek().kind != LexemeKind::end) unexpected("a step");
      return node;
    } catch (const Failed&) {
      return std::nullopt;
    }
  }

 private:
  // Counts one more bracket for as long as it lives.
  class Deeper {
   public:
    explicit Deeper(Parser& parser) : parser_(parser) {
      if (++parser_.depth_ > kMostNesting) parser_.too_deep();
    }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;
    ~Deeper() { --parser_.depth_; }

   private:
    Parser& parser_;
  };

  const Lexeme& peek() const { return lexemes_[next_]; }
  const Lexeme& take() {
    const Lexeme& taken = lexemes_[next_];
    if (taken.kind != LexemeKind::end) ++next_;
    return taken;
  }
  bool take_if(std::string_view sign) {
    if (!peek().is(sign)) return false;
    take();
    return true;
  }

  [[noreturn]] void fault_at(std::uint32_t at, std::string message, std::string hint) {
    out_.error(error_at(source_, {.message = std::move(message), .at = at, .hint = std::move(hint)}));
    throw Failed{};
  }
  [[noreturn]] void fault(std::string message, std::string hint) {
    fault_at(peek().at, std::move(message), std::move(hint));
  }
  [[noreturn]] void unexpected(std::string_view wanted, std::string hint = "") {
    if (peek().kind == LexemeKind::end) fault(fmt::format("the pattern ends where {} should stand", wanted), hint);
    const auto found = source_.text.substr(peek().at, peek().size);
    fault(fmt::format("found '{}' where {} should stand", found, wanted), std::move(hint));
  }
  [[noreturn]] void too_deep() {
    out_.error(error_at(source_, {.code = ErrorCode::limit,
                                  .message = fmt::format("brackets stand more than {} deep here", kMostNesting),
                                  .at = peek().at,
                                  .hint = "give a part of the pattern a name and use it as $name"}));
    throw Failed{};
  }

  // Takes the bracket that closes the one of `open`.
  void close(const Lexeme& open, std::string_view bracket) {
    if (take_if(bracket)) return;
    const bool test = bracket == "]" && peek().kind == LexemeKind::word;
    if (peek().kind != LexemeKind::end)
      unexpected(fmt::format("'{}'", bracket), test ? "put '&' between two tests" : "");
    const auto written = source_.text.substr(open.at, open.size);
    fault_at(open.at, fmt::format("'{}' is never closed", written), fmt::format("close it with '{}'", bracket));
  }

  Node alternatives() {
    const std::uint32_t at = peek().at;
    std::vector<Node> parts;
    parts.push_back(sequence());
    while (take_if("|")) parts.push_back(sequence());
    if (parts.size() == 1) return std::move(parts.front());
    return {.at = at, .form = ast::Alternatives{std::move(parts)}};
  }

  bool at_end_of_sequence() const { return peek().kind == LexemeKind::end || peek().is("|") || peek().is(")"); }

  Node sequence() {
    const std::uint32_t at = peek().at;
    if (at_end_of_sequence()) unexpected("a step", "to make a part optional, put '?' after it");
    std::vector<Node> parts;
    while (!at_end_of_sequence()) parts.push_back(step());
    if (parts.size() == 1) return std::move(parts.front());
    return {.at = at, .form = ast::Sequence{std::move(parts)}};
  }

  static bool is_quantifier(const Lexeme& lexeme) {
    return lexeme.is("?") || lexeme.is("*") || lexeme.is("+") || lexeme.is("{");
  }

  Node step() {
    if (is_quantifier(peek())) {
      fault(fmt::format("'{}' has nothing before it to repeat", peek().text),
            fmt::format("to match it as a token, quote it: \"{}\"", peek().text));
    }
    Node node = atom();
    if (!is_quantifier(peek())) return node;
    ast::Repeat repeat = quantifier();
    if (is_quantifier(peek())) fault("a quantifier cannot follow a quantifier", "put the repeated part in ( )");
    const std::uint32_t at = node.at;
    repeat.body = std::make_unique<Node>(std::move(node));
    return {.at = at, .form = std::move(repeat)};
  }

  ast::Repeat quantifier() {
    ast::Repeat repeat;
    const Lexeme& sign = take();
    if (sign.is("?")) repeat.max = 1;
    if (sign.is("+")) repeat.min = 1;
    if (sign.is("{")) count(sign, repeat);
    const Lexeme& last = lexemes_[next_ - 1];
    if (peek().is("?") && peek().at == last.at + last.size) repeat.lazy = take_if("?");
    return repeat;
  }

  void count(const Lexeme& open, ast::Repeat& repeat) {
    const bool has_min = peek().kind == LexemeKind::word;
    if (has_min) repeat.min = number();
    if (take_if(",")) {
      if (peek().kind == LexemeKind::word) {
        repeat.max = number();
      } else if (!has_min) {
        unexpected("a number", "as in {2}, {2,}, {,4} or {2,4}");
      }
    } else if (has_min) {
      repeat.max = repeat.min;
    } else {
      unexpected("a number", "as in {2}, {2,}, {,4} or {2,4}");
    }
    close(open, "}");
    if (repeat.max && *repeat.max < repeat.min) {
      fault_at(open.at, fmt::format("{{{},{}}} asks for more at least than at most", repeat.min, *repeat.max),
               "write the smaller number first");
    }
    if (repeat.max == 0U) fault_at(open.at, "a part that is repeated 0 times can never match", "remove it");
  }

  std::uint32_t number() {
    const Lexeme& word = take();
    std::uint32_t value = 0;
    const char* const end = word.text.data() + word.text.size();
    const auto [stop, status] = std::from_chars(word.text.data(), end, value);
    if (status == std::errc::invalid_argument || stop != end) {
      fault_at(word.at, fmt::format("found '{}' where a number should stand", word.text),
               "as in {2}, {2,}, {,4} or {2,4}");
    }
    if (status == std::errc::result_out_of_range || value > kMostRepeats) {
      out_.error(error_at(source_, {.code = ErrorCode::limit,
                                    .message = fmt::format("'{}' is more than the {} times that a part may be repeated",
                                                           word.text, kMostRepeats),
                                    .at = word.at,
                                    .hint = "leave the upper number out for no limit"}));
      throw Failed{};
    }
    return value;
  }

  Node atom() {
    const Lexeme& lexeme = peek();
    if (lexeme.is("[")) return token();
    if (is_literal(lexeme)) return {.at = lexeme.at, .form = ast::WordStep{literal_of(take())}};
    switch (lexeme.kind) {
      case LexemeKind::label: return label();
      case LexemeKind::definition: return {.at = lexeme.at, .form = ast::Use{name_of(take())}};
      case LexemeKind::anchor: return {.at = lexeme.at, .form = ast::Anchor{anchor_of(take().text)}};
      case LexemeKind::capture: {
        const Lexeme& open = take();
        return {.at = open.at, .form = ast::Capture{{.text = open.text, .at = open.at + 3}, group(open)}};
      }
      case LexemeKind::look: {
        const Lexeme& open = take();
        const bool behind = open.text[2] == '<';
        return {.at = open.at,
                .form = ast::Look{.ahead = !behind, .negated = open.text.back() == '!', .body = group(open)}};
      }
      default: break;
    }
    if (lexeme.is("(")) return std::move(*group(take()));
    unexpected("a step", lexeme.is("]") ? "remove it, or open a token with '['"
                                        : fmt::format("to match it as a token, quote it: {}", quoted(lexeme.text)));
  }

  static ast::Name name_of(const Lexeme& lexeme) { return {.text = lexeme.text, .at = lexeme.at}; }

  // What stands in the brackets that `open` has opened.
  std::unique_ptr<Node> group(const Lexeme& open) {
    const Deeper deeper(*this);
    if (peek().is(")")) fault_at(open.at, "the group is empty", "write at least one step in it");
    if (peek().kind == LexemeKind::end) close(open, ")");
    auto node = std::make_unique<Node>(alternatives());
    close(open, ")");
    return node;
  }

  Node token() {
    const Lexeme& open = take();
    if (take_if("]")) return {.at = open.at, .form = ast::TokenStep{}};
    Expr test = expr();
    close(open, "]");
    return {.at = open.at, .form = ast::TokenStep{std::move(test)}};
  }

  Node label() {
    const Lexeme& lexeme = take();
    ast::LabelStep step{.label = name_of(lexeme)};
    // Apart from its label, a bracket is a token of its own.
    if (peek().is("[") && peek().at == lexeme.at + lexeme.size) step.features = feature_list();
    return {.at = lexeme.at, .form = std::move(step)};
  }

  Expr feature_list() {
    const Lexeme& open = take();
    if (peek().is("]")) {
      fault_at(open.at, "no feature is tested between these brackets",
               "remove them, or put a space before them to mean any token");
    }
    Expr features = expr();
    close(open, "]");
    return features;
  }

  Expr expr() {
    const Deeper deeper(*this);
    const std::uint32_t at = peek().at;
    std::vector<Expr> parts;
    parts.push_back(both());
    while (take_if("|")) parts.push_back(both());
    if (parts.size() == 1) return std::move(parts.front());
    return {.at = at, .form = ast::Any{std::move(parts)}};
  }

  Expr both() {
    const std::uint32_t at = peek().at;
    std::vector<Expr> parts;
    parts.push_back(unary());
    while (take_if("&")) parts.push_back(unary());
    if (parts.size() == 1) return std::move(parts.front());
    return {.at = at, .form = ast::All{std::move(parts)}};
  }

  Expr unary() {
    const std::uint32_t at = peek().at;
    if (take_if("!")) {
      const Deeper deeper(*this);
      return {.at = at, .form = ast::Not{std::make_unique<Expr>(unary())}};
    }
    if (!peek().is("(")) return test();
    const Lexeme& open = take();
    Expr inner = expr();
    close(open, ")");
    return inner;
  }

  Expr test() {
    if (peek().kind != LexemeKind::word) {
      unexpected("a field", is_literal(peek()) ? "say which field it is compared with, as in norm=" +
                                                     std::string(source_.text.substr(peek().at, peek().size))
                                               : "as in [lemma=say & upos=VERB]");
    }
    const Lexeme& name = take();
    ast::Test test{.name = name_of(name)};
    if (take_if(".")) {
      if (peek().kind != LexemeKind::word) unexpected("a feature's name", "as in cues.sign=oppose");
      test.feature = name_of(take());
    }
    if (peek().is("=") || peek().is("!=")) {
      test.comparison = take().is("=") ? ast::Comparison::equal : ast::Comparison::unequal;
      value(test);
      if (peek().is("[")) test.features = std::make_unique<Expr>(feature_list());
    }
    return {.at = name.at, .form = std::move(test)};
  }

  void value(ast::Test& test) {
    if (is_literal(peek())) {
      test.values.push_back(literal_of(take()));
      return;
    }
    const Lexeme& open = peek();
    if (!take_if("{")) unexpected("a value", "a word, a \"string\", a /regex/ or a {set, of, words}");
    test.set = true;
    while (!peek().is("}")) {
      if (peek().kind == LexemeKind::end) break;
      if (!is_literal(peek())) unexpected("a value of the set", "as in {say, tell}");
      test.values.push_back(literal_of(take()));
      take_if(",");
    }
    if (test.values.empty()) fault_at(open.at, "the set is empty", "as in {say, tell}");
    close(open, "}");
  }

  const SourceView& source_;
  const std::vector<Lexeme>& lexemes_;
  Diagnostics& out_;
  std::size_t next_ = 0;
  int depth_ = 0;
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
