#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <simdjson.h>

namespace claimgraph::readers {

// `text` as a JSON string with its quotation marks. REQUIRES: `text` is well-formed UTF-8.
std::string json_string(std::string_view text);

// What `value` is, for messages: "a string", "a list", ...
std::string_view kind_of(const simdjson::dom::element& value);

// The one or more names in `value`: a string, an object with a "name", or a list of these (joined by ", "). Nothing for
// any other value.
std::optional<std::string> names_in(const simdjson::dom::element& value);

// A value that may be a date: a string as it is, a number as its digits. Nothing for any other value.
std::optional<std::string> written_date(const simdjson::dom::element& value);

// What simdjson found wrong, in our words.
std::string fault_of(simdjson::error_code code);

}  // namespace claimgraph::readers
