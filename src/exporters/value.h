#pragma once

#include <string>
#include <vector>

#include "claimgraph/exporters/table.h"

namespace claimgraph::exporters {

// `value` as text without markup: lists with "; " between their parts, a link as its address, numbers as JSON has them.
std::string plain_text(const Value& value);

// Of each column, whether it holds numbers (and values that are not known) alone.
std::vector<bool> numeric_columns(const Table& table);

}  // namespace claimgraph::exporters
