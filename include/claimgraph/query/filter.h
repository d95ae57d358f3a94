#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "claimgraph/kg/vocabulary.h"

namespace claimgraph::query {

// What all queries can be narrowed by. Everything left out lets all through.
struct Filter {
  // A year, month or day: "2025", "2025-10", "2025-10-24". Both are inclusive; a document without a date is out when
  // either is given, one dated by its year or month alone is in when any of its days may be.
  std::string since;
  std::string until;
  std::vector<std::string> publishers;  // compared folded; any of them
  // Of a claim; a stance has those of the claim it was read from, and is out when there is none.
  std::optional<kg::Form> form;
  std::optional<kg::Certainty> certainty;
  double min_confidence = 0;  // 0 to 1
};

}  // namespace claimgraph::query
