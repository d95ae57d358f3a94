#pragma once

#include <string>

namespace claimgraph::cli {

// What `claimgraph` alone prints: all commands by group, and three examples. Fits a screen of 80 columns and 40 lines.
std::string help();

}  // namespace claimgraph::cli
