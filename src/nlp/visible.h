#pragma once

#include <string>
#include <string_view>

namespace claimgraph::nlp {

// `text` with every control character as U+FFFD, so that it keeps to its line and column and cannot steer a terminal.
std::string visible(std::string_view text);

}  // namespace claimgraph::nlp
