#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "claimgraph/kg/vocabulary.h"

namespace claimgraph::query {

// What all queries can be narrowed by. Everything left out lets all through.
struct Filter {
  std::string since;  // ISO date, inclusive; documents without a date are out when either bound is given
  std::string until;  // ISO date, inclusive; "2025" and "2025-10" mean their last day
  std::vector<std::string> publishers;  // compared folded; any of them
  std::optional<kg::Form> form;
  std::optional<kg::Certainty> certainty;
  double min_confidence = 0;
};

}  // namespace claimgraph::query
