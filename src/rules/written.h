#pragma once

#include <string>

#include "claimgraph/base/error.h"

namespace claimgraph::rules {

// A text and where it stands.
struct Written {
  std::string text;
  SourcePos where;
};

}  // namespace claimgraph::rules
