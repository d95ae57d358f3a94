#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>
#include <string_view>

#include "claimgraph/base/error.h"

namespace claimgraph::readers {

// Bytes of an open stream, read forward through a buffer of fixed size, so that nothing is held in memory that was not
// asked for. Refers to the stream. Thread-compatible.
class Source {
 public:
  explicit Source(std::istream& in) : in_(in) {}

  // The next bytes without taking them: fewer than `size` only at the end. Lives until the next call.
  // REQUIRES: size <= kChunk.
  std::string_view peek(std::size_t size);

  // Everything that is left. Error limit when that is more than `most` bytes, error io when it cannot be read.
  Result<std::string> rest(std::size_t most);

  enum class Line { whole, unended, too_long, end };
  // The next line without its "\n". `unended` is a last line that has none. Of a line of more than `most` bytes only
  // the place is kept: `line` is empty.
  Line next_line(std::string& line, std::size_t most);

  // True when the stream broke off with an error of the operating system and not at its end.
  bool broken() const { return in_.bad(); }

  static constexpr std::size_t kChunk = std::size_t{64} << 10;

 private:
  // Appends a chunk to the buffer. False at the end.
  bool fill();

  std::istream& in_;
  std::string buffer_;
  std::size_t at_ = 0;  // what lies before was taken
};

}  // namespace claimgraph::readers
