#include "claimgraph/exporters/graphviz.h"

#include <fmt/format.h>

#include "exporters/subprocess.h"
#include "exporters/text.h"

namespace claimgraph::exporters {
namespace {

std::string first_line(std::string_view text) { return one_line(text.substr(0, text.find('\n'))); }

}  // namespace

Result<std::string> draw(std::string_view dot, const GraphvizOptions& options) {
  const auto fail_with = [](std::string message, std::string hint) {
    return fail({.code = ErrorCode::unavailable, .message = std::move(message), .hint = std::move(hint)});
  };
  auto finished = run({options.program, options.picture == Picture::svg ? "-Tsvg" : "-Tpng"}, dot, options.timeout);
  if (!finished) {
    return fail_with(fmt::format("cannot draw: {}", finished.error().message),
                     "install the Debian package 'graphviz', or export the format dot and draw it elsewhere");
  }
  if (finished->timed_out) {
    return fail_with(
        fmt::format("GraphViz did not finish in {} s", static_cast<double>(options.timeout.count()) / 1000),
        "draw fewer edges, or export the format dot and draw it with another layout");
  }
  if (finished->status != 0 || finished->out.empty()) {
    const std::string said = first_line(finished->err);
    return fail_with(
        fmt::format("GraphViz failed with status {}{}{}", finished->status, said.empty() ? "" : ": ", said), "");
  }
  return std::move(finished->out);
}

}  // namespace claimgraph::exporters
