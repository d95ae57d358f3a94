#pragma once

#include <cstdint>
#include <vector>

#include "pattern/checked.h"
#include "pattern/program.h"

namespace claimgraph::pattern {

// Turns conditions into checks with jumps, made from the last comparison to the first: each knows where it goes on.
class CheckBuilder {
 public:
  explicit CheckBuilder(Program& program) : program_(program) {}

  // Where the checks for `condition` start.
  std::uint32_t add(const checked::Condition& condition) { return add(condition, {Check::kHolds, Check::kFails}); }

 private:
  struct Goal {
    std::uint32_t holds;
    std::uint32_t fails;
  };

  std::uint32_t add(const checked::Condition& condition, Goal goal);
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

  Check with_values(Check check, const std::vector<Symbol>& values);
  std::uint32_t regex(const checked::Regex& regex);
  std::uint32_t put(Check check, Goal goal);

  Program& program_;
};

}  // namespace claimgraph::pattern
