#pragma once

#include <string>
#include <string_view>

namespace claimgraph::exporters {

// `text` as the content of an XML 1.0 element or of a quoted attribute: & < > " escaped, line breaks and tabs as
// character references so that no parser normalises them away, characters that XML cannot hold as U+FFFD.
std::string xml_escaped(std::string_view text);

}  // namespace claimgraph::exporters
