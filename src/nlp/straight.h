#pragma once

#include <string>
#include <string_view>

namespace claimgraph::nlp {

// `word` with curly quotation marks and apostrophes made straight, all else as it is.
std::string straight(std::string_view word);

}  // namespace claimgraph::nlp
