#pragma once

#include <string_view>
#include <vector>

#include "claimgraph/base/span.h"

namespace claimgraph::text {

// The paragraphs of a text, each with something other than white space in it and none at its ends.
//
// A blank line parts paragraphs. So does a single line break, unless the lines around it were evidently wrapped: all
// are at most kWidestWrap characters, the next word would not have fitted on the line, and enough lines go on in lower
// case. Even then list entries and turns of a transcript ("NAME: …") start a paragraph. O(text).
std::vector<Span> find_paragraphs(std::string_view text);

}  // namespace claimgraph::text
