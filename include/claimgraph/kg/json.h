#pragma once

#include <string>
#include <string_view>

namespace claimgraph::kg {

// Appends `text` as a JSON string with its quotation marks: control characters, '"' and '\' escaped, all else as it is.
// REQUIRES: `text` is well-formed UTF-8.
void append_json_string(std::string& out, std::string_view text);
std::string json_string(std::string_view text);

}  // namespace claimgraph::kg
