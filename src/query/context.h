#pragma once

#include <string_view>

#include "claimgraph/base/span.h"
#include "claimgraph/query/rows.h"

namespace claimgraph::query {

// The fact at `span` of `text` in its context; its document is left to the caller. O(text).
// REQUIRES: `span` lies in `text`.
Context context_of(std::string_view text, Span span);

}  // namespace claimgraph::query
