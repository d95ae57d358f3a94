#pragma once

#include <simdjson.h>

#include "claimgraph/base/error.h"
#include "claimgraph/kg/extraction.h"

namespace claimgraph::kg {

// What parse_record() does with a JSON object that is parsed already, and with its errors.
Result<Extraction> read_record(simdjson::dom::object record);

}  // namespace claimgraph::kg
