#pragma once

#include <string>
#include <string_view>

#include "claimgraph/readers/reader.h"
#include "readers/report.h"
#include "readers/source.h"

namespace claimgraph::readers {

// `bytes` of a page as UTF-8: by its byte order mark, else by the charset that its first 4 KiB declare, else as UTF-8
// when it is that, else as windows-1252. Control characters, which end libxml2's parse, are spaces.
std::string decode_page(std::string bytes, const Report& report);

// Reads a page as read_file() says.
void read_html(Source& source, const ReadOptions& options, const Report& report);

}  // namespace claimgraph::readers
