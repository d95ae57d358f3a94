#include "pattern/definitions.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "claimgraph/base/suggest.h"
#include "pattern/lexer.h"

namespace claimgraph::pattern {
namespace {

PartKind kind_of(std::string_view definition, const Scheme& scheme, std::set<std::string>& seen) {
  if (definition.find_first_of("<>$") == std::string_view::npos) return PartKind::tokens;  // as most are
  Diagnostics unheard;  // what is wrong with it is found by whoever parses it
  const auto lexemes = lex({.text = definition, .where = {}}, unheard, Language::tree);
  if (!lexemes) return PartKind::tokens;
  int depth = 0;
  for (const Lexeme& lexeme : *lexemes) {
    depth += lexeme.is("[") ? 1 : lexeme.is("]") ? -1 : 0;
    if (depth == 0 && (lexeme.is("<") || lexeme.is(">"))) return PartKind::path;
    if (lexeme.kind != LexemeKind::definition || !seen.insert(lexeme.text).second) continue;
    const auto used = scheme.definitions.find(lexeme.text);
    const bool path = used != scheme.definitions.end() && kind_of(used->second.text, scheme, seen) == PartKind::path;
    if (path) return PartKind::path;
  }
  return PartKind::tokens;
}

}  // namespace

PartKind kind_of(std::string_view definition, const Scheme& scheme) {
  std::set<std::string> seen;
  return kind_of(definition, scheme, seen);
}

const Scheme::Definition* OpenDefinitions::find(const SourceView& source, const ast::Name& use,
                                                Diagnostics& out) const {
  const auto report = [&](Fault fault) {
    out.error(error_at(source, std::move(fault)));
    return nullptr;
  };
  const auto known = scheme_.definitions.find(use.text);
  if (known == scheme_.definitions.end()) return report(unknown(use));
  if (std::find(open_.begin(), open_.end(), use.text) != open_.end()) return report(cycle(use));
  if (kind_of(known->second.text, scheme_) == wanted_) return &known->second;
  const bool path = wanted_ == PartKind::path;
  return report(
      {.code = ErrorCode::invalid,
       .message = fmt::format("definition '${}' is a {}, where a {} should stand", use.text,
                              path ? "pattern of tokens" : "path", path ? "path" : "pattern of tokens"),
       .at = use.at,
       .hint = path ? "a path has a '>' or '<' outside of [ ]" : "a path leads to an argument of a tree pattern"});
}

Fault OpenDefinitions::unknown(const ast::Name& use) const {
  std::vector<std::string> known;
  std::string all;
  for (const auto& [defined, definition] : scheme_.definitions) {
    known.push_back(defined);
    all += (all.empty() ? "known definitions: $" : ", $") + defined;
  }
  std::string hint = did_you_mean(use.text, known);
  if (hint.empty()) hint = all.empty() ? "no definitions are known here" : all;
  return {.code = ErrorCode::invalid,
          .message = fmt::format("unknown definition '${}'", use.text),
          .at = use.at,
          .hint = std::move(hint)};
}

Fault OpenDefinitions::cycle(const ast::Name& use) const {
  std::string chain;
  for (auto it = std::find(open_.begin(), open_.end(), use.text); it != open_.end(); ++it) chain += "$" + *it + " -> ";
  return {.code = ErrorCode::invalid,
          .message = fmt::format("definition '${}' uses itself: {}${}", use.text, chain, use.text),
          .at = use.at,
          .hint = "write what repeats with a quantifier"};
}

}  // namespace claimgraph::pattern
