#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "readers/report.h"

namespace claimgraph::readers {

// parse_date() of what an input gives as the date of its article, with a warning when it is no date. Blank is nothing.
std::optional<std::string> read_date(std::string_view written, const Report& report, std::uint32_t line = 0);

// The language of a tag such as "en-GB" or "en_US": its first part, in lower case.
std::string language_of(std::string_view tag);

// `written` for a message: on one line and not too long.
std::string excerpt(std::string_view written);

// `text` with every run of white space (no-break spaces too) as one space, and none at the ends.
std::string collapsed(std::string_view text);

}  // namespace claimgraph::readers
