#pragma once

#include <cstddef>
#include <string_view>

#include "claimgraph/base/error.h"
#include "claimgraph/exporters/table.h"

namespace claimgraph::cli {

enum class Color { automatic, always, never };

// The program's standard output and error. Data goes to the one, everything else to the other. Thread-compatible.
class Terminal {
 public:
  Terminal();

  // How to lay out text for standard output: the width of the terminal, else $COLUMNS, else 100; colour as `color`
  // says, where automatic means on a terminal that is not "dumb" and without $NO_COLOR (https://no-color.org).
  exporters::TerminalOptions text_options(Color color) const;
  bool out_is_terminal() const { return out_is_terminal_; }

  // Writes data to standard output. Fails with `io`; not when the reader has gone (a closed pipe): nobody misses it.
  Status write(std::string_view data);
  // Passes on what write() still holds; errors as there.
  Status flush();
  // Writes `line` and a line break to standard error.
  void note(std::string_view line) const;

 private:
  bool out_is_terminal_ = false;
  std::size_t width_ = 0;
};

}  // namespace claimgraph::cli
