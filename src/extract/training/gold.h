#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "claimgraph/base/span.h"
#include "claimgraph/nlp/annotated_document.h"
#include "extract/attributions.h"

namespace claimgraph::extract::training {

// Tokens of a document, in order, each once.
using Tokens = std::vector<std::uint32_t>;

// The tokens of an attribution's parts: one that an annotator marked, or one that was found. Empty where it has no such
// part.
struct AttributionTokens {
  Tokens source, cue, content;
};

// Bytes of a document's text, as annotated.
struct AttributionSpans {
  std::vector<Span> source, cue, content;
};

// The tokens that the spans touch. `tokens` are the spans of the document's tokens.
AttributionTokens tokens_of(const AttributionSpans& spans, const std::vector<Span>& tokens);
AttributionTokens tokens_of(const Attribution& attribution);

// 2 |a and b| / (|a| + |b|); 0 when one is empty.
double dice(const Tokens& a, const Tokens& b);

// How well `found` is what the annotator marked as `gold`: they share a token of the cue or the content, half of the
// contents (dice at least 0.5) and a word of the source, or both have none.
bool is_right(const AttributionTokens& found, const AttributionTokens& gold, const nlp::AnnotatedDocument& document);

// Whether all parts have the same words; punctuation does not count.
bool same_words(const AttributionTokens& a, const AttributionTokens& b, const nlp::AnnotatedDocument& document);

// Whether the cue and the content of `found` lie within the content of `gold`: a report within a report, which the
// annotators did not mark.
bool lies_within(const AttributionTokens& found, const AttributionTokens& gold);

// Pairs each of `found` with at most one of `gold`, those first that have most of cue and content in common. The
// indices into `gold`, or gold.size().
std::vector<std::size_t> align(std::span<const AttributionTokens> found, std::span<const AttributionTokens> gold);

}  // namespace claimgraph::extract::training
