#pragma once

#include <string>

#include "claimgraph/kg/extraction.h"

namespace claimgraph::extract {

// An extraction for people to read in golden files: a line an entity with its mentions, a claim, a stance, with the
// words of the text instead of spans.
std::string readable(const kg::Extraction& extraction);

}  // namespace claimgraph::extract
