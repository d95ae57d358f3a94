#include "extract/kept.h"

#include <algorithm>
#include <utility>

namespace claimgraph::extract {
namespace {

constexpr std::size_t kDeepest = 6;  // reports within one another

// Whether cue and contents of `inner` lie within the content of `outer`.
bool is_inside(const Attribution& inner, const Attribution& outer) {
  const TokenRange cue = inner.cue.value_or(inner.contents.front());
  return outer.content_contains(cue) && std::all_of(inner.contents.begin(), inner.contents.end(),
                                                    [&](TokenRange c) { return outer.content_contains(c); });
}

bool contradict(const Attribution& a, const Attribution& b) { return !is_inside(a, b) && !is_inside(b, a); }

}  // namespace

bool Kept::touches(TokenRange tokens) const {
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    for (const std::uint32_t number : touching_[t]) {
      if (!tokens.contains(all_[number].extent())) return true;
    }
  }
  return false;
}

bool Kept::contradicts(const Attribution& candidate) const {
  if (candidate.cue) {
    for (std::uint32_t t = candidate.cue->begin; t < candidate.cue->end; ++t) {
      if (cue_of_[t] != 0) return true;
    }
  }
  for (const TokenRange content : candidate.contents) {
    for (std::uint32_t t = content.begin; t < content.end; ++t) {
      for (const std::uint32_t number : touching_[t]) {
        if (contradict(all_[number], candidate)) return true;
      }
      if (touching_[t].size() >= kDeepest) return true;
    }
  }
  return false;
}

bool Kept::surrounds(const Attribution& candidate) const {
  const auto& around = touching_[candidate.contents.front().begin];
  return std::any_of(around.begin(), around.end(), [&](auto number) { return is_inside(candidate, all_[number]); });
}

void Kept::add(Attribution attribution) {
  const auto number = static_cast<std::uint32_t>(all_.size());
  if (attribution.cue) {
    for (std::uint32_t t = attribution.cue->begin; t < attribution.cue->end; ++t) cue_of_[t] = number + 1;
  }
  for (const TokenRange content : attribution.contents) {
    for (std::uint32_t t = content.begin; t < content.end; ++t) touching_[t].push_back(number);
  }
  all_.push_back(std::move(attribution));
}

void Kept::add_content(std::size_t number, TokenRange content) {
  all_[number].contents.push_back(content);
  for (std::uint32_t t = content.begin; t < content.end; ++t)
    touching_[t].push_back(static_cast<std::uint32_t>(number));
}

}  // namespace claimgraph::extract
