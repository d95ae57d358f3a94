#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claimgraph/base/diagnostics.h"

namespace claimgraph::readers {

// A key of a sidecar with its value and the line it stood on.
struct SidecarEntry {
  std::string key;
  std::string value;
  std::uint32_t line = 0;  // from 1

  friend bool operator==(const SidecarEntry&, const SidecarEntry&) = default;
};

// The entries of a sidecar, in order. A line that is none is left out with a warning that names it.
//
//   sidecar := { line "\n" }
//   line    := [ key ":" [ " " value ] ] [ comment ] | "---"      spaces may stand around all of these
//   key     := a letter or "_", then letters, digits, "_", "-", "."
//   value   := "'" with '' for ' "'" | '"' with \" \\ \n \t '"' | plain
//   plain   := characters up to the comment; begins with none of [ { | > & * ! % @ ` - followed by a space
//   comment := "#" up to the end of the line; after a value, only behind a space
//
// This is the part of YAML that needs no nesting, but that a plain value may hold ": ", as headlines do.
std::vector<SidecarEntry> parse_sidecar(std::string_view text, const std::string& file, Diagnostics& diagnostics);

}  // namespace claimgraph::readers
