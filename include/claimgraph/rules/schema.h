#pragma once

#include <string>

namespace claimgraph::rules {

// A JSON Schema (2020-12) of rule files, made from the tables that load() reads them by: editors complete and check
// with it. A text that holds "${" passes everywhere, because its value is not known before it is loaded. Ends with a
// line end; the same in every run.
std::string json_schema();

}  // namespace claimgraph::rules
