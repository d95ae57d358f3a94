#include "query/context.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "claimgraph/text/segmenter.h"

namespace claimgraph::query {
namespace {

constexpr std::size_t kLongContext = 600;  // bytes around a fact: about eight lines of a terminal

// The number of the unit (sentence or paragraph) that the byte `at` lies in; white space goes with the unit before it.
std::size_t unit_at(const text::Segmentation& cut, const std::vector<TokenRange>& units, std::uint32_t at) {
  const auto next = std::upper_bound(units.begin(), units.end(), at, [&](std::uint32_t byte, TokenRange unit) {
    return byte < cut.tokens[unit.begin].begin;
  });
  return next == units.begin() ? 0 : static_cast<std::size_t>(next - units.begin()) - 1;
}

// The bytes of the units that `span` touches and of as many as `more` on either side of them, and those of `span`.
Span touched(const text::Segmentation& cut, const std::vector<TokenRange>& units, Span span, std::size_t more) {
  if (units.empty()) return span;
  std::size_t first = unit_at(cut, units, span.begin);
  first -= std::min(first, more);
  const std::size_t last = unit_at(cut, units, span.empty() ? span.begin : span.end - 1);
  const TokenRange end = units[std::min(last + more, units.size() - 1)];
  return {std::min(cut.tokens[units[first].begin].begin, span.begin), std::max(cut.tokens[end.end - 1].end, span.end)};
}

}  // namespace

Context context_of(std::string_view text, Span span) {
  const text::Segmentation cut = text::segment(text);
  const Span whole = touched(cut, cut.paragraphs, span, 0);
  Span shown = whole;
  if (whole.size() - span.size() > kLongContext) {
    const Span near = touched(cut, cut.sentences, span, 1);
    shown = {std::max(whole.begin, near.begin), std::min(whole.end, near.end)};
  }
  return {.before = std::string(text.substr(shown.begin, span.begin - shown.begin)),
          .fact = std::string(text.substr(span.begin, span.size())),
          .after = std::string(text.substr(span.end, shown.end - span.end)),
          .more_before = shown.begin > whole.begin,
          .more_after = shown.end < whole.end};
}

}  // namespace claimgraph::query
