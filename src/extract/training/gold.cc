#include "extract/training/gold.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace claimgraph::extract::training {
namespace {

Tokens touched(const std::vector<Span>& spans, const std::vector<Span>& tokens) {
  Tokens out;
  for (const Span span : spans) {
    auto it = std::partition_point(tokens.begin(), tokens.end(), [&](Span token) { return token.end <= span.begin; });
    for (; it != tokens.end() && it->begin < span.end; ++it)
      out.push_back(static_cast<std::uint32_t>(it - tokens.begin()));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void add(TokenRange range, Tokens& out) {
  for (std::uint32_t t = range.begin; t < range.end; ++t) out.push_back(t);
}

Tokens shared(const Tokens& a, const Tokens& b) {
  Tokens out;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

bool includes(const Tokens& outer, const Tokens& inner) {
  return std::includes(outer.begin(), outer.end(), inner.begin(), inner.end());
}

Tokens words_of(const Tokens& tokens, const nlp::AnnotatedDocument& document) {
  Tokens out;
  for (const std::uint32_t t : tokens) {
    if (document.pos(t) != "PUNCT") out.push_back(t);
  }
  return out.empty() ? tokens : out;
}

}  // namespace

AttributionTokens tokens_of(const AttributionSpans& spans, const std::vector<Span>& tokens) {
  return {.source = touched(spans.source, tokens),
          .cue = touched(spans.cue, tokens),
          .content = touched(spans.content, tokens)};
}

AttributionTokens tokens_of(const Attribution& attribution) {
  AttributionTokens out;
  if (attribution.source) add(*attribution.source, out.source);
  if (attribution.cue) add(*attribution.cue, out.cue);
  for (const TokenRange content : attribution.contents) add(content, out.content);
  std::sort(out.content.begin(), out.content.end());
  return out;
}

double dice(const Tokens& a, const Tokens& b) {
  if (a.empty() || b.empty()) return 0;
  return 2 * static_cast<double>(shared(a, b).size()) / static_cast<double>(a.size() + b.size());
}

bool is_right(const AttributionTokens& found, const AttributionTokens& gold, const nlp::AnnotatedDocument& document) {
  if (dice(found.content, gold.content) < 0.5) return false;
  if (found.source.empty() || gold.source.empty()) return found.source.empty() && gold.source.empty();
  const Tokens both = shared(found.source, gold.source);
  return std::any_of(both.begin(), both.end(), [&](std::uint32_t t) { return document.pos(t) != "PUNCT"; });
}

bool same_words(const AttributionTokens& a, const AttributionTokens& b, const nlp::AnnotatedDocument& document) {
  return words_of(a.source, document) == words_of(b.source, document) &&
         words_of(a.cue, document) == words_of(b.cue, document) &&
         words_of(a.content, document) == words_of(b.content, document);
}

bool lies_within(const AttributionTokens& found, const AttributionTokens& gold) {
  return includes(gold.content, found.cue) && includes(gold.content, found.content);
}

std::vector<std::size_t> align(std::span<const AttributionTokens> found, std::span<const AttributionTokens> gold) {
  std::vector<std::tuple<double, std::size_t, std::size_t>> pairs;  // what they have in common, found, gold
  for (std::size_t f = 0; f < found.size(); ++f) {
    for (std::size_t g = 0; g < gold.size(); ++g) {
      const double common = dice(found[f].cue, gold[g].cue) + dice(found[f].content, gold[g].content);
      if (common > 0) pairs.emplace_back(-common, f, g);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  std::vector<std::size_t> out(found.size(), gold.size());
  std::vector<bool> taken(gold.size());
  for (const auto& [common, f, g] : pairs) {
    if (out[f] != gold.size() || taken[g]) continue;
    out[f] = g;
    taken[g] = true;
  }
  return out;
}

}  // namespace claimgraph::extract::training
