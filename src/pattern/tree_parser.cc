#include "pattern/tree_parser.h"

#include <string>
#include <utility>

#include <fmt/format.h>

#include "claimgraph/base/suggest.h"
#include "pattern/lexer.h"
#include "pattern/parser.h"

namespace claimgraph::pattern {
namespace {

using ast::Path;

// Thrown within this file only: the first fault ends the parse.
struct Failed {};

// The lexemes of a clause, from its name on.
struct Clause {
  bool negated = false;
  const Lexeme* name = nullptr;
  const Lexeme* mark = nullptr;  // "?" or "*"
  std::vector<Lexeme> body;      // what stands behind "=", and an `end`
};

bool is_word(const Lexeme& lexeme, std::string_view text) {
  return lexeme.kind == LexemeKind::word && lexeme.text == text;
}

class ClauseSplitter {
 public:
  explicit ClauseSplitter(const std::vector<Lexeme>& lexemes) : lexemes_(lexemes) {}

  // Nothing when the text does not begin with a clause.
  std::vector<Clause> run() {
    std::vector<Clause> out;
    for (std::size_t i = 0; i < lexemes_.size(); ++i) {
      const std::size_t body = depth_ == 0 ? body_of_clause_at(i) : 0;
      if (body != 0) {
        if (!out.empty()) end(out.back(), lexemes_[i]);
        out.push_back(clause(i, body));
        i = body - 1;
        continue;
      }
      if (out.empty()) return out;
      count(lexemes_[i]);
      if (lexemes_[i].kind != LexemeKind::end) out.back().body.push_back(lexemes_[i]);
    }
    if (!out.empty()) end(out.back(), lexemes_.back());
    return out;
  }

 private:
  // The lexeme behind the "=" of the clause that begins at lexeme `i`, or 0.
  std::size_t body_of_clause_at(std::size_t i) const {
    if (is_word(lexemes_[i], "not") && i + 1 < lexemes_.size() && lexemes_[i + 1].kind == LexemeKind::word) ++i;
    if (lexemes_[i].kind != LexemeKind::word) return 0;
    ++i;
    if (lexemes_[i].is("?") || lexemes_[i].is("*")) ++i;
    return i < lexemes_.size() && lexemes_[i].is("=") ? i + 1 : 0;
  }

  Clause clause(std::size_t begin, std::size_t body) const {
    Clause out;
    std::size_t name = body - 2;
    if (lexemes_[name].kind != LexemeKind::word) out.mark = &lexemes_[name--];
    out.name = &lexemes_[name];
    out.negated = name != begin;
    return out;
  }

  static void end(Clause& clause, const Lexeme& next) {
    clause.body.push_back({.kind = LexemeKind::end, .text = "", .at = next.at, .size = 0});
  }

  void count(const Lexeme& lexeme) {
    const bool group = lexeme.kind == LexemeKind::capture || lexeme.kind == LexemeKind::look;
    if (group || lexeme.is("(") || lexeme.is("[") || lexeme.is("{")) ++depth_;
    if ((lexeme.is(")") || lexeme.is("]") || lexeme.is("}")) && depth_ > 0) --depth_;
  }

  const std::vector<Lexeme>& lexemes_;
  int depth_ = 0;  // of brackets
};

// Reads the path of one clause.
class PathParser {
 public:
  PathParser(const SourceView& source, const std::vector<Lexeme>& lexemes, Diagnostics& out)
      : source_(source), lexemes_(lexemes), out_(out) {}

  // The path, up to "as" or the end.
  Path path() {
    const std::uint32_t at = peek().at;
    std::vector<Path> parts;
    parts.push_back(way());
    while (take_if("|")) parts.push_back(way());
    if (parts.size() == 1) return std::move(parts.front());
    return {.at = at, .form = ast::PathAlternatives{std::move(parts)}};
  }

  ast::Shape shape() {
    if (!is_word(peek(), "as")) {
      if (peek().is(")")) fault(peek(), "')' closes no group", "remove it, or open a group with '('");
      if (peek().kind != LexemeKind::end) unexpected("'>' or '<'");
      return ast::Shape::subtree;
    }
    take();
    const Lexeme& written = take();
    for (const ast::Shape shape : {ast::Shape::subtree, ast::Shape::rest, ast::Shape::phrase, ast::Shape::token}) {
      if (!is_word(written, ast::name_of(shape))) continue;
      if (peek().kind != LexemeKind::end) unexpected("the next argument", "as in target = >obj as phrase");
      return shape;
    }
    fault(written, "what follows 'as' is no part of a tree", "one of subtree, rest, phrase, token");
  }

 private:
  class Deeper {
   public:
    explicit Deeper(PathParser& parser) : parser_(parser) {
      if (++parser_.depth_ > kMostNesting) parser_.too_deep();
    }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;
    ~Deeper() { --parser_.depth_; }

   private:
    PathParser& parser_;
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

  [[noreturn]] void fault(const Lexeme& lexeme, std::string message, std::string hint,
                          ErrorCode code = ErrorCode::parse) {
    out_.error(
        error_at(source_, {.code = code, .message = std::move(message), .at = lexeme.at, .hint = std::move(hint)}));
    throw Failed{};
  }
  [[noreturn]] void unexpected(std::string_view wanted, std::string hint = "") {
    if (peek().kind == LexemeKind::end) fault(peek(), fmt::format("the path ends where {} should stand", wanted), hint);
    if (hint.empty() && peek().kind == LexemeKind::word) {
      hint = fmt::format("write >{0} to go to a dependent, <{0} to go to the head", peek().text);
    }
    fault(peek(), fmt::format("found '{}' where {} should stand", source_.text.substr(peek().at, peek().size), wanted),
          std::move(hint));
  }
  [[noreturn]] void too_deep() {
    fault(peek(), fmt::format("brackets stand more than {} deep here", kMostNesting), "", ErrorCode::limit);
  }

  bool at_end_of_way() const {
    return peek().kind == LexemeKind::end || peek().is("|") || peek().is(")") || is_word(peek(), "as");
  }

  Path way() {
    const std::uint32_t at = peek().at;
    std::vector<Path> parts;
    do parts.push_back(step());
    while (!at_end_of_way());
    if (parts.size() == 1) return std::move(parts.front());
    return {.at = at, .form = ast::PathSequence{std::move(parts)}};
  }

  static bool is_quantifier(const Lexeme& lexeme) { return lexeme.is("?") || lexeme.is("*") || lexeme.is("+"); }

  Path step() {
    const Lexeme& first = peek();
    if (first.is("[")) return stay();
    Path path = first.is("(") ? group() : hop();
    if (!is_quantifier(peek())) return path;
    const Lexeme& sign = take();
    if (is_quantifier(peek())) fault(peek(), "a quantifier cannot follow a quantifier", "put the repeated part in ( )");
    ast::PathRepeat repeat{
        .body = std::make_unique<Path>(std::move(path)), .optional = !sign.is("+"), .unlimited = !sign.is("?")};
    return {.at = first.at, .form = std::move(repeat)};
  }

  Path stay() {
    const Lexeme& open = peek();
    auto expr = test();
    if (!expr) fault(open, "this test holds of every token", "remove it");
    if (is_quantifier(peek())) fault(peek(), "a test cannot be repeated or optional", "put the quantifier before it");
    return {.at = open.at, .form = ast::Stay{std::move(*expr)}};
  }

  Path group() {
    const Deeper deeper(*this);
    const Lexeme& open = take();
    Path inner = path();
    if (take_if(")")) return inner;
    if (peek().kind != LexemeKind::end) unexpected("')'");
    fault(open, "'(' is never closed", "close it with ')'");
  }

  Path hop() {
    const Lexeme& sign = peek();
    if (!sign.is(">") && !sign.is("<")) unexpected("'>' or '<'");
    take();
    ast::Hop hop{.down = sign.is(">"), .relations = {}, .test = {}};
    if (peek().is("{")) {
      relations(hop.relations);
    } else if (is_relation(peek())) {
      hop.relations.push_back(relation());
    }
    if (peek().is("[")) hop.test = test();
    return {.at = sign.at, .form = std::move(hop)};
  }

  static bool is_relation(const Lexeme& lexeme) {
    return (lexeme.kind == LexemeKind::word && lexeme.text != "as") || lexeme.kind == LexemeKind::string;
  }

  ast::Literal relation() {
    const Lexeme& taken = take();
    const bool string = taken.kind == LexemeKind::string;
    return {.kind = string ? ast::Literal::Kind::string : ast::Literal::Kind::word, .text = taken.text, .at = taken.at};
  }

  void relations(std::vector<ast::Literal>& out) {
    const Lexeme& open = take();
    while (!peek().is("}")) {
      if (!is_relation(peek())) {
        if (peek().kind == LexemeKind::end) fault(open, "'{' is never closed", "close it with '}'");
        unexpected("a relation", "as in >{nsubj, csubj}");
      }
      out.push_back(relation());
      take_if(",");
    }
    take();
    if (out.empty()) fault(open, "no relation stands between '{' and '}'", "for any relation, write nothing");
  }

  // "[" [ expr ] "]", by the parser of token patterns.
  std::optional<ast::Expr> test() {
    std::vector<Lexeme> part;
    int depth = 0;
    do {
      depth += peek().is("[") ? 1 : peek().is("]") ? -1 : 0;
      part.push_back(take());
    } while (depth > 0 && part.back().kind != LexemeKind::end);
    part.push_back({.kind = LexemeKind::end, .text = "", .at = peek().at, .size = 0});
    auto node = parse(source_, part, out_);
    if (!node) throw Failed{};
    return std::move(std::get<ast::TokenStep>(node->form).test);
  }

  const SourceView& source_;
  const std::vector<Lexeme>& lexemes_;
  Diagnostics& out_;
  std::size_t next_ = 0;
  int depth_ = 0;
};

class TreeParser {
 public:
  TreeParser(const SourceView& source, Diagnostics& out) : source_(source), out_(out) {}

  std::optional<ast::Tree> run() {
    const auto lexemes = lex(source_, out_, Language::tree);
    if (!lexemes) return std::nullopt;
    const auto clauses = ClauseSplitter(*lexemes).run();
    if (clauses.empty()) {
      return fault(lexemes->front(), "a tree pattern has to begin with its trigger", "as in cue = [upos=VERB]");
    }
    ast::Tree tree;
    bool good = trigger(clauses.front(), tree);
    for (std::size_t i = 1; i < clauses.size(); ++i) good = argument(clauses[i], tree) && good;
    if (good && tree.arguments.empty()) {
      return fault(*clauses.front().name, "the tree pattern has no argument",
                   "add one, as in source = >nsubj; a token pattern needs none");
    }
    if (!good) return std::nullopt;
    return tree;
  }

 private:
  std::nullopt_t fault(const Lexeme& lexeme, std::string message, std::string hint) {
    out_.error(error_at(source_, {.message = std::move(message), .at = lexeme.at, .hint = std::move(hint)}));
    return std::nullopt;
  }

  bool trigger(const Clause& clause, ast::Tree& tree) {
    const Lexeme& first = clause.body.front();
    if (clause.negated || clause.mark != nullptr) {
      fault(*clause.name, "the trigger, which comes first, cannot be forbidden, optional or several",
            "write name = [a token]");
      return false;
    }
    if (first.is(">") || first.is("<")) {
      fault(first, "the trigger, which comes first, is a pattern of tokens, not a path",
            "begin with the word that paths start from, as in cue = [upos=VERB]");
      return false;
    }
    auto pattern = parse(source_, clause.body, out_);
    if (!pattern) return false;
    tree.trigger = {.text = clause.name->text, .at = clause.name->at};
    tree.pattern = std::move(*pattern);
    return true;
  }

  bool argument(const Clause& clause, ast::Tree& tree) {
    if (clause.negated && clause.mark != nullptr) {
      fault(*clause.mark, fmt::format("a forbidden argument cannot be marked '{}'", clause.mark->text), "remove it");
      return false;
    }
    ast::Argument out{.name = {clause.name->text, clause.name->at}};
    if (clause.negated) out.presence = ast::Presence::forbidden;
    if (clause.mark != nullptr) {
      out.presence = clause.mark->is("?") ? ast::Presence::optional : ast::Presence::all;
    }
    try {
      PathParser parser(source_, clause.body, out_);
      out.path = parser.path();
      out.shape = parser.shape();
    } catch (const Failed&) {
      return false;
    }
    tree.arguments.push_back(std::move(out));
    return true;
  }

  const SourceView& source_;
  Diagnostics& out_;
};

}  // namespace

std::optional<ast::Tree> parse_tree(const SourceView& source, Diagnostics& out) {
  return TreeParser(source, out).run();
}

}  // namespace claimgraph::pattern
