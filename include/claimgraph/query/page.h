#pragma once

#include <cstddef>

namespace claimgraph::query {

// Which rows of an ordered answer are wanted.
struct Page {
  std::size_t skip = 0;   // rows left out at the beginning
  std::size_t limit = 0;  // rows after these; 0: all
};

}  // namespace claimgraph::query
