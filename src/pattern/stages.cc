#include "claimgraph/pattern/stages.h"

#include "pattern/checker.h"
#include "pattern/parser.h"
#include "pattern/program.h"

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

}  // namespace claimgraph::pattern
