#pragma once

#include "claimgraph/base/error.h"
#include "claimgraph/kg/extraction.h"

namespace claimgraph::store {

// Whether an extraction can be stored: it has an id, its spans lie inside its text, the entities and claims that it
// names exist, confidences are from 0 to 1 and names are short enough for keys. Fails with `invalid` or `limit`. O(n).
Status check_extraction(const kg::Extraction& extraction);

}  // namespace claimgraph::store
