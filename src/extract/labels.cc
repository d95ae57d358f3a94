#include <algorithm>
#include <map>
#include <vector>

#include "extract/mentions.h"
#include "extract/zones.h"

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

// Gives the stretches that are there the labels above theirs too.
void add_labels_above(const rules::RuleSet& rules, nlp::AnnotatedDocument& document, pattern::Layer& layer) {
  std::map<Symbol, std::vector<Symbol>> above;
  for (const auto& [label, higher] : rules.labels_above) {
    auto& symbols = above[document.symbols.intern(label)];
    for (const auto& each : higher) symbols.push_back(document.symbols.intern(each));
  }
  if (above.empty()) return;
  const auto size = static_cast<std::uint32_t>(layer.size());
  for (std::uint32_t number = 0; number < size; ++number) {
    const auto higher = above.find(layer[number].label);
    if (higher == above.end()) continue;
    const pattern::Labelled stretch = layer[number];
    const auto view = layer.features(stretch);
    const std::vector<pattern::Feature> features(view.begin(), view.end());
    for (const Symbol label : higher->second) layer.add(stretch.tokens, label, features);
  }
}

// Headline and turns, where some rule speaks of them.
void add_zones(const rules::RuleSet& rules, const nlp::AnnotatedDocument& document, pattern::Layer& layer) {
  if (const auto label = rules.vocabulary->find("Headline")) {
    if (const auto headline = find_headline(document)) layer.add(*headline, *label, {});
  }
  if (const auto label = rules.vocabulary->find("Turn")) {
    for (const TokenRange turn : find_turns(document)) layer.add(turn, *label, {});
  }
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
  // Not `type`, which would be what a rule's mention.type finds here.
  const Symbol kind = document.symbols.intern("kind");
  const Symbol recognised = document.symbols.intern("Recognised");
  for (const auto& found : document.names) {
    const pattern::Feature features[] = {{kind, found.type}};
    layer.add(found.tokens, recognised, features);
  }
  add_zones(rules, document, layer);
  rules.index.mark(document, layer);
  add_labels_above(rules, document, layer);
}

}  // namespace claimgraph::extract
