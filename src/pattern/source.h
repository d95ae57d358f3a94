#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/base/error.h"

namespace claimgraph::pattern {

// The text of one pattern or definition and the place of its first byte, for naming the place of a finding. Every line
// is taken to start in the column of the first byte, as the lines of a YAML block do.
struct SourceView {
  std::string_view text;
  SourcePos where;

  // The place of byte `offset`. O(offset).
  SourcePos place(std::uint32_t offset) const {
    SourcePos out = where;
    if (where.line == 0) return out;
    std::uint32_t column = 0;
    for (const char c : text.substr(0, offset)) {
      column = c == '\n' ? 0 : column + 1;
      if (c == '\n') ++out.line;
    }
    out.column += column;
    return out;
  }
};

// A fault in a pattern, found at a byte of it.
struct Fault {
  ErrorCode code = ErrorCode::parse;
  std::string message;
  std::uint32_t at = 0;  // bytes from the source's begin
  std::string hint = {};
};

inline Error error_at(const SourceView& source, Fault fault) {
  return {.code = fault.code,
          .message = std::move(fault.message),
          .where = source.place(fault.at),
          .hint = std::move(fault.hint)};
}

}  // namespace claimgraph::pattern
