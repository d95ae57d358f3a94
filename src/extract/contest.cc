#include "extract/contest.h"

#include <algorithm>
#include <string_view>

namespace claimgraph::extract {
namespace {

constexpr double kNone = -6;  // as good as no candidate

// The score from 0 to 1, or nothing for what is as good as none.
void add(std::string_view what, double score, FeatureList& out) {
  constexpr double kMost = 6;
  const double clamped = std::clamp(score, kNone, kMost);
  if (clamped > kNone) out.add({"second.", what}, static_cast<float>((clamped - kNone) / (kMost - kNone)));
  if (clamped > 0) out.add({"second.", what, ".likely"}, static_cast<float>(clamped / kMost));
}

}  // namespace

Contest::Contest(std::size_t tokens, std::span<const Attribution> candidates, std::span<const std::uint32_t> numbers,
                 std::span<const std::uint32_t> heads, const Rivals& rivals)
    : candidates_(candidates), heads_(heads), rivals_(rivals), at_(tokens, kNone), around_(tokens, kNone) {
  for (const std::uint32_t number : numbers) {
    const Attribution& candidate = candidates_[number];
    at_[heads_[number]] = std::max(at_[heads_[number]], *candidate.score);
    for (const TokenRange content : candidate.contents) {
      for (std::uint32_t t = content.begin; t < content.end; ++t) around_[t] = std::max(around_[t], *candidate.score);
    }
  }
}

void Contest::read(std::uint32_t number, FeatureList& out) const {
  out.clear();
  const Attribution& candidate = candidates_[number];
  double source = kNone, content = kNone, within = kNone;
  for (const std::uint32_t rival : rivals_.of(number)) {
    const Attribution& other = candidates_[rival];
    if (other.source != candidate.source) source = std::max(source, *other.score);
    if (other.source == candidate.source && other.contents != candidate.contents)
      content = std::max(content, *other.score);
  }
  for (const TokenRange part : candidate.contents) {
    for (std::uint32_t t = part.begin; t < part.end; ++t) within = std::max(within, at_[t]);
  }
  out.add({"second"});
  add("own", *candidate.score, out);
  add("source", source, out);
  add("content", content, out);
  add("within", within, out);
  add("around", candidate.cue ? around_[heads_[number]] : kNone, out);
}

}  // namespace claimgraph::extract
