#pragma once

#include <string>
#include <string_view>

#include "claimgraph/query/timeline.h"

namespace claimgraph::query {

// The period that a date ("2025", "2025-10", "2025-10-24") lies in; empty when the date is not as exact as that, or
// none.
std::string period_of(std::string_view date, Period period);

}  // namespace claimgraph::query
