#pragma once

#include <chrono>
#include <string>

#include "claimgraph/pipeline/run.h"
#include "cli/terminal.h"

namespace claimgraph::cli {

// A line on standard error that tells how far a run is, when that is a terminal. Findings are printed above it.
// Thread-compatible: the pipeline calls its listener from one thread at a time.
class Progress {
 public:
  Progress(const Terminal& terminal, bool quiet);

  pipeline::Listener listener();
  // Takes the line away.
  void finish();
  double seconds() const;  // since the start

 private:
  using Clock = std::chrono::steady_clock;

  void show(const pipeline::Counts& counts);
  void clear();

  const Terminal& terminal_;  // outlives the run
  bool visible_ = false;
  bool drawn_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_{};
};

}  // namespace claimgraph::cli
