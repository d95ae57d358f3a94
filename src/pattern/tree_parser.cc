#include "pattern/tree_parser.h"

#include <string>
#include <utility>

#include <fmt/format.h>

#include "pattern/expr_parser.h"
#include "pattern/lexeme_cursor.h"
#include "pattern/parser.h"
#include "pattern/path_parser.h"
#include "pattern/quantifier.h"

namespace claimgraph::pattern {
namespace {

// The lexemes of a clause.
struct Clause {
  const Lexeme* first = nullptr;
  std::vector<Lexeme> head;  // what stands before "=", and an `end`
  std::vector<Lexeme> body;  // what stands behind it, and an `end`
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
        if (!out.empty()) end(out.back().body, lexemes_[i]);
        out.push_back({.first = &lexemes_[i], .head = {&lexemes_[i], &lexemes_[body - 1]}, .body = {}});
        end(out.back().head, lexemes_[body - 1]);
        i = body - 1;
        continue;
      }
      if (out.empty()) return out;
      count(lexemes_[i]);
      if (lexemes_[i].kind != LexemeKind::end) out.back().body.push_back(lexemes_[i]);
    }
    if (!out.empty()) end(out.back().body, lexemes_.back());
    return out;
  }

 private:
  // The lexeme behind the "=" of the clause that begins at lexeme `i`, or 0.
  std::size_t body_of_clause_at(std::size_t i) const {
    if (is_word(lexemes_[i], "not") && lexemes_[i + 1].kind == LexemeKind::word) ++i;
    if (lexemes_[i].kind != LexemeKind::word) return 0;
    ++i;
    if (lexemes_[i].is("{")) {
      while (lexemes_[i].is("{") || lexemes_[i].is(",") || lexemes_[i].kind == LexemeKind::word) ++i;
      if (!lexemes_[i].is("}")) return 0;
      ++i;
    } else if (is_quantifier(lexemes_[i])) {
      ++i;
    }
    return lexemes_[i].is("=") ? i + 1 : 0;
  }

  static void end(std::vector<Lexeme>& part, const Lexeme& next) {
    part.push_back({.kind = LexemeKind::end, .text = "", .at = next.at, .size = 0});
  }

  void count(const Lexeme& lexeme) {
    const bool group = lexeme.kind == LexemeKind::capture || lexeme.kind == LexemeKind::look;
    if (group || lexeme.is("(") || lexeme.is("[") || lexeme.is("{")) ++depth_;
    if ((lexeme.is(")") || lexeme.is("]") || lexeme.is("}")) && depth_ > 0) --depth_;
  }

  const std::vector<Lexeme>& lexemes_;
  int depth_ = 0;  // of brackets
};

// [ "not" ] name [ quantifier ]
void parse_head(LexemeCursor& cursor, ast::Argument& out) {
  const Lexeme& first = cursor.take();
  const bool negated = is_word(first, "not") && cursor.peek().kind == LexemeKind::word;
  out.name = name_of(negated ? cursor.take() : first);
  if (negated) out.quantity = {.count = {.min = 0, .max = 0}, .nearest = false};
  if (!is_quantifier(cursor.peek())) return;
  if (negated) {
    cursor.fault(fmt::format("a forbidden argument cannot be marked '{}'", cursor.written(cursor.peek())), "remove it");
  }
  out.quantity.nearest = cursor.peek().is("?");
  out.quantity.count = parse_quantifier(cursor);
  if (out.quantity.nearest) out.quantity.count.max.reset();
}

ast::Shape parse_tree_shape(LexemeCursor& cursor) {
  for (const ast::Shape shape : {ast::Shape::subtree, ast::Shape::rest, ast::Shape::phrase, ast::Shape::token}) {
    if (cursor.take_word(ast::name_of(shape))) return shape;
  }
  cursor.fault("what follows 'as' is no part of a tree",
               "one of subtree, rest, phrase, token, or a label, as in as @NP");
}

// Reads what stands behind a path: "as" and a shape, or nothing.
void parse_shape(LexemeCursor& cursor, ast::Argument& out) {
  if (!cursor.take_word("as")) {
    if (cursor.peek().is(")")) cursor.fault("')' closes no group", "remove it, or open a group with '('");
    if (!cursor.at_end()) no_step(cursor);
    return;
  }
  if (cursor.peek().kind == LexemeKind::label) {
    out.shape = ast::Shape::stretch;
    out.stretch = parse_label(cursor);
  } else {
    out.shape = parse_tree_shape(cursor);
  }
  if (!cursor.at_end()) cursor.unexpected("the next argument", "as in target = >obj as phrase");
}

class TreeParser {
 public:
  TreeParser(const SourceView& source, Diagnostics& out) : source_(source), out_(out) {}

  std::optional<ast::Tree> run(const std::vector<Lexeme>& lexemes) {
    const auto clauses = ClauseSplitter(lexemes).run();
    if (clauses.empty()) {
      return fault(lexemes.front(), "a tree pattern has to begin with its trigger", "as in cue = [upos=VERB]");
    }
    ast::Tree tree;
    bool good = trigger(clauses.front(), tree);
    for (std::size_t i = 1; i < clauses.size(); ++i) good = argument(clauses[i], tree) && good;
    if (good && tree.arguments.empty()) {
      return fault(*clauses.front().first, "the tree pattern has no argument",
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
    if (clause.head.size() != 2) {
      fault(*clause.first, "the trigger, which comes first, cannot be forbidden, optional or several",
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
    tree.trigger = name_of(*clause.first);
    tree.pattern = std::move(*pattern);
    return true;
  }

  bool argument(const Clause& clause, ast::Tree& tree) {
    ast::Argument out;
    try {
      LexemeCursor head(source_, clause.head, "argument", out_);
      parse_head(head, out);
      LexemeCursor body(source_, clause.body, "path", out_);
      out.path = parse_path(body);
      parse_shape(body, out);
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

std::optional<ast::Tree> parse_tree(const SourceView& source, const std::vector<Lexeme>& lexemes, Diagnostics& out) {
  return TreeParser(source, out).run(lexemes);
}

std::optional<ast::Tree> parse_tree(const SourceView& source, Diagnostics& out) {
  const auto lexemes = lex(source, out, Language::tree);
  if (!lexemes) return std::nullopt;
  return parse_tree(source, *lexemes, out);
}

}  // namespace claimgraph::pattern
