#pragma once

#include <string>
#include <vector>

#include "claimgraph/graph/view.h"

namespace claimgraph::exporters {

// The name of each vertex as Pajek and UCINET can hold it: in one line, with neither quotation marks nor backslashes,
// for which they have no escape, and told apart by type, then by number, where several would be the same.
std::vector<std::string> network_labels(const graph::View& view);

}  // namespace claimgraph::exporters
