#include "claimgraph/pattern/stages.h"

#include "pattern/checker.h"
#include "pattern/parser.h"
#include "pattern/program.h"
#include "pattern/tree_checker.h"
#include "pattern/tree_parser.h"
#include "pattern/where_parser.h"
#include "pattern/where_translate.h"

namespace claimgraph::pattern {

std::optional<std::string> dump(Stage stage, std::string_view text, const SourcePos& where, const Scheme& scheme,
                                Interner& vocabulary, Diagnostics& out) {
  const SourceView source{.text = text, .where = where};
  const auto lexemes = lex(source, out);
  if (!lexemes) return std::nullopt;
  if (stage == Stage::lexemes) return dump(*lexemes);
  const auto node = parse(source, *lexemes, out);
  if (!node) return std::nullopt;
  if (stage == Stage::syntax) return dump(*node);
  const auto tree = check(source, *node, scheme, vocabulary, out);
  if (!tree) return std::nullopt;
  if (stage == Stage::checked) return dump(*tree, vocabulary);
  const auto program = translate(source, *tree, out);
  if (!program) return std::nullopt;
  return dump(*program, vocabulary);
}

std::optional<std::string> dump_tree(Stage stage, std::string_view text, const SourcePos& where, const Scheme& scheme,
                                     Interner& vocabulary, Diagnostics& out) {
  const SourceView source{.text = text, .where = where};
  const auto lexemes = lex(source, out, Language::tree);
  if (!lexemes) return std::nullopt;
  if (stage == Stage::lexemes) return dump(*lexemes);
  const auto tree = parse_tree(source, *lexemes, out);
  if (!tree) return std::nullopt;
  if (stage == Stage::syntax) return dump(*tree);
  const auto trigger = check(source, tree->pattern, scheme, vocabulary, out);
  if (!trigger) return std::nullopt;
  const auto arguments = check_arguments(source, *tree, trigger->captures, scheme, vocabulary, out);
  if (!arguments) return std::nullopt;
  if (stage == Stage::checked) return dump(*trigger, vocabulary) + dump(*arguments, vocabulary);
  auto program = translate(source, *trigger, out);
  if (!program || !add_arguments(source, *arguments, *program, out)) return std::nullopt;
  return dump(*program, vocabulary);
}

std::optional<std::string> dump_where(Stage stage, std::string_view text, const SourcePos& where,
                                      const std::vector<std::string>& captures, const Scheme& scheme,
                                      Interner& vocabulary, Diagnostics& out) {
  const SourceView source{.text = text, .where = where};
  const auto lexemes = lex(source, out, Language::conditions);
  if (!lexemes) return std::nullopt;
  if (stage == Stage::lexemes) return dump(*lexemes);
  const auto parsed = parse_where(source, *lexemes, out);
  if (!parsed) return std::nullopt;
  if (stage == Stage::syntax) return dump(*parsed);
  Program program;
  program.captures = captures;
  if (!add_where(source, *parsed, scheme, vocabulary, program, out)) return std::nullopt;
  return dump(program, vocabulary);
}

}  // namespace claimgraph::pattern
