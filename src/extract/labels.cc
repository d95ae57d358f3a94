#include <algorithm>
#include <string>

#include "extract/mentions.h"

namespace claimgraph::extract {
namespace {

// The tokens that `span` touches.
TokenRange tokens_of(const nlp::AnnotatedDocument& document, Span span) {
  const auto first = std::partition_point(document.spans.begin(), document.spans.end(),
                                          [&](Span token) { return token.end <= span.begin; });
  const auto last =
      std::partition_point(first, document.spans.end(), [&](Span token) { return token.begin < span.end; });
  const auto at = [&](auto it) { return static_cast<std::uint32_t>(it - document.spans.begin()); };
  return {at(first), at(last)};
}

bool overlaps_same_label(const pattern::Layer& layer, TokenRange tokens, Symbol label) {
  for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
    for (const std::uint32_t number : layer.covering(token)) {
      if (layer[number].label == label) return true;
    }
  }
  return false;
}

std::vector<pattern::Feature> features_of(const RuleMatchView& found, nlp::AnnotatedDocument& document,
                                          const pattern::Layer& layer) {
  std::vector<pattern::Feature> features;
  for (const auto& field : found.rule.fields) {
    const std::string value(field_text(found, field.name, document, layer));  // intern() below may move the text
    if (value.empty()) continue;
    features.push_back({.name = document.symbols.intern(field.name), .value = document.symbols.intern(value)});
  }
  return features;
}

}  // namespace

void add_given_labels(const rules::RuleSet& rules, nlp::AnnotatedDocument& document, pattern::Layer& layer) {
  const Symbol quotation = document.symbols.intern("Quotation");
  for (const TokenRange tokens : document.quotations) layer.add(tokens, quotation, {});
  const Symbol given = document.symbols.intern("Given");
  const Symbol name = document.symbols.intern("name");
  const Symbol type = document.symbols.intern("type");
  for (const auto& mention : document.document.mentions) {
    const TokenRange tokens = tokens_of(document, mention.span);
    if (tokens.begin >= tokens.end) continue;
    const pattern::Feature features[] = {{name, document.symbols.intern(mention.name)},
                                         {type, document.symbols.intern(mention.type)}};
    layer.add(tokens, given, features);
  }
  rules.index.mark(document, layer);
}

void run_mention_rules(const rules::RuleSet& rules, nlp::AnnotatedDocument& document, RuleRunner& runner,
                       pattern::Layer& layer) {
  for (const auto& rule : rules.rules) {
    if (rule.emits != rules::Emits::mention) continue;
    const Symbol label = document.symbols.intern(rule.label);
    runner.run(rule, document, layer, [&](const RuleMatchView& found) {
      const TokenRange tokens = found.capture_or_all("mention");
      if (tokens.empty() || overlaps_same_label(layer, tokens, label)) return;
      layer.add(tokens, label, features_of(found, document, layer));
    });
  }
}

}  // namespace claimgraph::extract
