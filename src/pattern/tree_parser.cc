#include "pattern/tree_parser.h"

#include <string>
#include <utility>

#include <fmt/format.h>

#include "pattern/lexer.h"
#include "pattern/parser.h"
#include "pattern/path_parser.h"

namespace claimgraph::pattern {
namespace {

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

// Reads what stands behind a path: "as" and a shape, or nothing.
ast::Shape parse_shape(LexemeCursor& cursor) {
  if (!cursor.take_word("as")) {
    if (cursor.peek().is(")")) cursor.fault("')' closes no group", "remove it, or open a group with '('");
    if (!cursor.at_end()) no_step(cursor);
    return ast::Shape::subtree;
  }
  for (const ast::Shape shape : {ast::Shape::subtree, ast::Shape::rest, ast::Shape::phrase, ast::Shape::token}) {
    if (!cursor.take_word(ast::name_of(shape))) continue;
    if (!cursor.at_end()) cursor.unexpected("the next argument", "as in target = >obj as phrase");
    return shape;
  }
  cursor.fault("what follows 'as' is no part of a tree", "one of subtree, rest, phrase, token");
}

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
      LexemeCursor cursor(source_, clause.body, "path", out_);
      out.path = parse_path(cursor);
      out.shape = parse_shape(cursor);
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
