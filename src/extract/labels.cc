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

// A mention that came with the document, and its tokens.
struct PlacedMention {
  TokenRange tokens;
  const text::GivenMention* mention = nullptr;  // the document's
};

// The mentions of the input that overlap none that is wider or, among the equally wide, earlier; in text order. What is
// left out would refer to nothing (see MentionTable) and, given often enough, would fill the layer.
std::vector<PlacedMention> widest_given(const nlp::AnnotatedDocument& document) {
  std::vector<PlacedMention> all, out;
  for (const auto& mention : document.document.mentions) {
    const TokenRange tokens = tokens_of(document, mention.span);
    if (tokens.begin < tokens.end) all.push_back({.tokens = tokens, .mention = &mention});
  }
  std::stable_sort(all.begin(), all.end(), [](const PlacedMention& a, const PlacedMention& b) {
    return a.tokens.size() != b.tokens.size() ? a.tokens.size() > b.tokens.size() : a.tokens.begin < b.tokens.begin;
  });
  std::vector<bool> taken(document.size(), false);
  for (const PlacedMention& given : all) {
    // Those taken are at least as wide, so that they cannot lie strictly inside.
    if (taken[given.tokens.begin] || taken[given.tokens.end - 1]) continue;
    std::fill(taken.begin() + given.tokens.begin, taken.begin() + given.tokens.end, true);
    out.push_back(given);
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.tokens < b.tokens; });
  return out;
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
  for (const PlacedMention& each : widest_given(document)) {
    const pattern::Feature features[] = {{name, document.symbols.intern(each.mention->name)},
                                         {type, document.symbols.intern(each.mention->type)}};
    layer.add(each.tokens, given, features);
  }
  rules.index.mark(document, layer);
}

void run_mention_rules(const rules::RuleSet& rules, nlp::AnnotatedDocument& document, RuleRunner& runner,
                       pattern::Layer& layer, const rules::Rule* before) {
  for (const auto& rule : rules.rules) {
    if (&rule == before) return;
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
