#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "claimgraph/base/error.h"

namespace claimgraph::exporters {

enum class Picture { svg, png };

struct GraphvizOptions {
  Picture picture = Picture::svg;
  std::string program = "dot";  // looked up on PATH when it has no '/'
  std::chrono::milliseconds timeout{30'000};
};

// Draws `dot` (GraphViz's language) by running GraphViz, without a shell, and returns the picture's bytes. The layout
// engine is the one that the text names. Fails with `unavailable` when the program is missing, fails, or is not done in
// time (it is ended then). Thread-safe.
Result<std::string> draw(std::string_view dot, const GraphvizOptions& options);

}  // namespace claimgraph::exporters
