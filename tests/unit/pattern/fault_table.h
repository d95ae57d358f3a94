#pragma once

#include <initializer_list>
#include <string>

#include <doctest/doctest.h>

#include "claimgraph/base/diagnostics.h"

namespace claimgraph::pattern {

// A text in one of the languages, and all that is found wrong with it, a finding a line.
struct Fault {
  const char* text;
  const char* want;
};

// The findings without the last line's end.
inline std::string shown(const Diagnostics& findings) {
  std::string out = dump(findings);
  if (!out.empty()) out.pop_back();
  return out;
}

// `findings` gives what is found wrong with a text.
template <typename Findings>
void check_faults(const Findings& findings, std::initializer_list<Fault> faults) {
  for (const Fault& fault : faults) {
    CAPTURE(fault.text);
    CHECK(findings(fault.text) == fault.want);
  }
}

}  // namespace claimgraph::pattern
