#include "extract/matches.h"

namespace claimgraph::extract {

std::optional<TokenRange> RuleMatchView::capture(std::string_view name) const {
  const auto place = rule.pattern.capture(name);
  return place ? match.captures[*place] : std::nullopt;
}

std::optional<Symbol> feature_within(TokenRange tokens, Symbol name, const pattern::Layer& layer) {
  std::optional<Symbol> best;
  std::uint32_t width = 0;
  for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
    for (const std::uint32_t number : layer.starting_at(token)) {
      const auto& stretch = layer[number];
      if (!tokens.contains(stretch.tokens) || stretch.tokens.size() <= width) continue;
      const auto value = layer.feature(stretch, name);
      if (!value) continue;
      best = value;
      width = stretch.tokens.size();
    }
  }
  return best;
}

std::string_view field_text(const RuleMatchView& found, std::string_view field, const nlp::AnnotatedDocument& document,
                            const pattern::Layer& layer) {
  const rules::Value* value = found.rule.field(field);
  if (value == nullptr) return {};
  if (value->capture.empty()) return value->literal;
  const auto tokens = found.capture(value->capture);
  const auto name = document.symbols.find(value->feature);
  if (!tokens || !name) return {};
  const auto feature = feature_within(*tokens, *name, layer);
  return feature ? document.symbols.text(*feature) : std::string_view();
}

void RuleRunner::run(const rules::Rule& rule, const nlp::AnnotatedDocument& document, const pattern::Layer& layer,
                     const std::function<void(const RuleMatchView&)>& take) {
  matches_.clear();
  const auto match_in = [&](TokenRange window) { matcher_.find_all(rule.pattern, document, layer, window, matches_); };
  switch (rule.scope) {
    case rules::Scope::sentence:
      for (const TokenRange sentence : document.sentences) match_in(sentence);
      break;
    case rules::Scope::paragraph:
      for (const TokenRange paragraph : document.paragraphs) match_in(paragraph);
      break;
    case rules::Scope::document:
      if (document.size() > 0) match_in({0, static_cast<std::uint32_t>(document.size())});
      break;
  }
  for (const auto& match : matches_) take({.rule = rule, .match = match});
}

}  // namespace claimgraph::extract
