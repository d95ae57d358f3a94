#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/error.h"

namespace claimgraph::exporters {

struct Finished {
  int status = 0;  // exit status; 128 + the signal when one ended it
  std::string out;
  std::string err;
  bool timed_out = false;  // it was killed, and `status` and the rest say how far it came
};

// Runs `command` (the program, looked up on PATH, and its arguments) with `input` on its standard input and collects
// what it writes. Input and output run at once, so that neither waits for the other. Fails with `not_found` when there
// is no such program, with `io` when the operating system refuses. No signal is raised when the program stops reading.
Result<Finished> run(const std::vector<std::string>& command, std::string_view input,
                     std::chrono::milliseconds timeout);

}  // namespace claimgraph::exporters
