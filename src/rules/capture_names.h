#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/pattern/pattern.h"

namespace claimgraph::rules {

// A capture that a pattern names, by its text alone.
struct CaptureName {
  std::string name;
  bool condition = false;  // an argument of a tree pattern that must be there, so that it says something even unread
};

// The captures of a pattern that may not have been compiled yet, with those of the definitions that it uses.
std::vector<CaptureName> capture_names(std::string_view pattern, bool tree, const pattern::Scheme& scheme);

// The names behind `sign` in a pattern: "$name" or "@Label".
std::vector<std::string> names_behind(char sign, std::string_view pattern);

}  // namespace claimgraph::rules
