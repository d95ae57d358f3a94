#include "cli/print.h"

namespace claimgraph::cli {

std::string note_on(std::size_t shown, std::size_t total, std::string_view noun, std::string_view nothing,
                    const OutputOptions& output) {
  if (total == 0) return std::string(nothing);
  if (shown == total) return {};
  if (shown == 0) return fmt::format("--skip {} leaves none of {} {}", output.skip, total, noun);
  if (output.skip == 0) return fmt::format("{} of {} {}; --limit 0 shows all", shown, total, noun);
  const std::size_t last = output.skip + shown;
  const std::string more = last < total ? fmt::format("; --skip {} shows the next", last) : "";
  return fmt::format("{} to {} of {} {}{}", output.skip + 1, last, total, noun, more);
}

}  // namespace claimgraph::cli
