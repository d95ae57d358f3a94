#pragma once

#include <string>
#include <string_view>

#include "claimgraph/base/error.h"

namespace claimgraph::cli {

// Makes `bytes` the content of the file `path`. Fails with `io`, and leaves no half-written file of that name then: the
// bytes go to a new file beside it, which takes its name when all is written.
Status write_file(const std::string& path, std::string_view bytes);

}  // namespace claimgraph::cli
