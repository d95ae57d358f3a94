#pragma once

#include <cstdint>
#include <span>

#include "pattern/check.h"
#include "pattern/checked.h"

namespace claimgraph::pattern {

// Turns conditions into checks with jumps, made from the last comparison to the first: each knows where it goes on.
class CheckBuilder {
 public:
  explicit CheckBuilder(Checks& checks) : checks_(checks) {}

  // Where a condition goes on.
  struct Goal {
    std::uint32_t holds = Check::kHolds;
    std::uint32_t fails = Check::kFails;
  };

  // Where the checks for `condition` start.
  std::uint32_t add(const checked::Condition& condition) { return add(condition, Goal()); }
  std::uint32_t add(const checked::Condition& condition, Goal goal);
  // That a stretch with that label and those features begins.
  std::uint32_t add(const checked::Label& label, Goal goal);
  // That a sentence or paragraph begins.
  std::uint32_t add(Check::Kind begins, Goal goal) { return put({.kind = begins}, goal); }

 private:
  std::uint32_t add(const checked::Not& negation, Goal goal);
  std::uint32_t add(const checked::All& all, Goal goal);
  std::uint32_t add(const checked::Any& any, Goal goal);
  std::uint32_t add(const checked::FieldIs& is, Goal goal);
  std::uint32_t add(const checked::FieldMatches& matches, Goal goal);
  std::uint32_t add(const checked::Length& length, Goal goal);
  std::uint32_t add(const checked::Quoted& quoted, Goal goal);
  std::uint32_t add(const checked::OnSide& side, Goal goal);
  std::uint32_t add(const checked::Named& named, Goal goal);
  std::uint32_t add(const checked::Inside& inside, Goal goal);
  std::uint32_t add(const checked::FeatureIs& is, Goal goal);
  std::uint32_t add(const checked::FeatureMatches& matches, Goal goal);
  std::uint32_t add(const checked::FeatureCompared& compared, Goal goal);
  std::uint32_t add(const checked::FeaturePresent& present, Goal goal);

  std::uint32_t regex(const checked::Regex& regex);
  std::uint32_t put(Check check, Goal goal, std::span<const Symbol> values = {});

  Checks& checks_;
};

}  // namespace claimgraph::pattern
