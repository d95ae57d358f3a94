#include "workbench/wording.h"

#include <algorithm>

#include <fmt/format.h>

namespace claimgraph::workbench {

std::string in_a_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool white = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!white) out.push_back(c);
    if (white && !out.empty() && out.back() != ' ') out.push_back(' ');
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string words(const nlp::AnnotatedDocument& document, TokenRange tokens) {
  return tokens.empty() ? std::string() : in_a_line(document.text(tokens));
}

TokenRange tokens_of(const nlp::AnnotatedDocument& document, Span span) {
  const auto& spans = document.spans;
  const auto first = std::partition_point(spans.begin(), spans.end(), [&](Span t) { return t.end <= span.begin; });
  const auto last = std::partition_point(first, spans.end(), [&](Span t) { return t.begin < span.end; });
  return {static_cast<std::uint32_t>(first - spans.begin()), static_cast<std::uint32_t>(last - spans.begin())};
}

std::string described(const nlp::AnnotatedDocument& document, std::uint32_t token) {
  std::string out = fmt::format("'{}' ({}", document.word(token), document.pos(token));
  if (document.lemma(token) != document.norm(token)) out += fmt::format(", lemma {}", document.lemma(token));
  if (!document.deprels.empty() && document.deprels[token] != kEmptySymbol) {
    const std::uint32_t head = document.heads[token];
    out += fmt::format(", {}", document.symbols.text(document.deprels[token]));
    if (head != token) out += fmt::format(" of '{}'", document.word(head));
  }
  return out + ")";
}

std::string way(const std::vector<std::uint32_t>& words, const nlp::AnnotatedDocument& document) {
  std::string out;
  for (const std::uint32_t word : words) out += fmt::format("{}'{}'", out.empty() ? "" : " -> ", document.word(word));
  return out;
}

std::string labels_at(const extract::Trial& trial, std::uint32_t token) {
  std::string out;
  for (const std::uint32_t number : trial.layer().starting_at(token)) {
    const auto& stretch = trial.layer()[number];
    const std::string one =
        fmt::format("@{} '{}'", trial.document().symbols.text(stretch.label), words(trial.document(), stretch.tokens));
    if (out.find(one) == std::string::npos) out += (out.empty() ? "" : ", ") + one;
  }
  return out;
}

std::optional<SourcePos> lexicon_place(const rules::RuleSet& rules, const extract::Trial& trial,
                                       const pattern::Labelled& stretch) {
  const auto& symbols = trial.document().symbols;
  const auto feature = [&](std::string_view name) {
    const auto symbol = symbols.find(name);
    const auto value = symbol ? trial.layer().feature(stretch, *symbol) : std::nullopt;
    return value ? symbols.text(*value) : std::string_view();
  };
  for (const auto& lexicon : rules.lexicons) {
    if (lexicon.name != symbols.text(stretch.label)) continue;
    for (const auto& entry : lexicon.entries) {
      bool same = entry.term == feature("term");
      for (std::size_t i = 0; i < lexicon.columns.size() && same; ++i) {
        same = entry.cells[i] == feature(lexicon.columns[i]);
      }
      if (same) return SourcePos{.file = lexicon.file, .line = entry.line};
    }
  }
  return std::nullopt;
}

}  // namespace claimgraph::workbench
