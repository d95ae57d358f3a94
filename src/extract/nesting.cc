#include "extract/nesting.h"

#include <algorithm>

namespace claimgraph::extract {
namespace {

bool holds(const Attribution& outer, const Attribution& inner) {
  const bool cue = !inner.cue || outer.content_contains(*inner.cue);
  return cue && std::all_of(inner.contents.begin(), inner.contents.end(),
                            [&](TokenRange content) { return outer.content_contains(content); });
}

}  // namespace

// Contents are painted over the tokens, the widest attribution first, so that the innermost one stays on top; what a
// claim is painted over is what contains it.
Nesting::Nesting(std::size_t tokens, const std::vector<Attribution>& attributions)
    : of_token_(tokens), container_(attributions.size()) {
  std::vector<std::uint32_t> widest_first(attributions.size());
  for (std::uint32_t i = 0; i < widest_first.size(); ++i) widest_first[i] = i;
  std::stable_sort(widest_first.begin(), widest_first.end(),
                   [&](auto a, auto b) { return attributions[a].extent().size() > attributions[b].extent().size(); });
  for (const std::uint32_t i : widest_first) {
    const Attribution& attribution = attributions[i];
    const auto below = of_token_[attribution.cue.value_or(attribution.contents.front()).begin];
    if (below && holds(attributions[static_cast<std::size_t>(*below)], attribution)) container_[i] = below;
    for (const TokenRange content : attribution.contents) {
      std::fill(of_token_.begin() + content.begin, of_token_.begin() + content.end, static_cast<kg::ClaimIndex>(i));
    }
  }
}

}  // namespace claimgraph::extract
