#include "cli/progress.h"

#include <cstdio>

#include <unistd.h>

#include <fmt/format.h>

namespace claimgraph::cli {
namespace {

constexpr std::chrono::milliseconds kBetween{100};  // two drawings of the line

}  // namespace

Progress::Progress(const Terminal& terminal, bool quiet)
    : terminal_(terminal), visible_(!quiet && isatty(STDERR_FILENO) == 1) {}

pipeline::Listener Progress::listener() {
  return {.diagnostic =
              [this](const Diagnostic& diagnostic) {
                clear();
                terminal_.note(dump(diagnostic));
              },
          .progress = [this](const pipeline::Counts& counts) { show(counts); }};
}

void Progress::show(const pipeline::Counts& counts) {
  const auto now = Clock::now();
  if (!visible_ || now - last_ < kBetween) return;
  last_ = now;
  drawn_ = true;
  fmt::print(stderr, "\r{} documents ({:.0f} a second), {} claims, {} stances, {} skipped\x1b[K", counts.documents,
             static_cast<double>(counts.documents) / seconds(), counts.claims, counts.stances, counts.skipped);
  std::fflush(stderr);
}

void Progress::clear() {
  if (drawn_) std::fputs("\r\x1b[K", stderr);
  drawn_ = false;
}

void Progress::finish() { clear(); }

double Progress::seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

}  // namespace claimgraph::cli
