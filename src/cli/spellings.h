#pragma once

#include <string>
#include <vector>

#include "claimgraph/kg/vocabulary.h"

namespace claimgraph::cli {

// The spellings of an enumeration, in the order of its enumerators, as the choices of an option.
template <typename Enum>
std::vector<std::string> spellings() {
  return {kg::Spelling<Enum>::kNames.begin(), kg::Spelling<Enum>::kNames.end()};
}

}  // namespace claimgraph::cli
