#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/error.h"

namespace claimgraph::query {

// Words and "phrases in quotation marks" that a text has to say, all of them, without regard to case and accents.
// Immutable, thread-safe.
class Phrases {
 public:
  // Everything says no words at all. Fails with `usage` when a quotation mark is left open or encloses nothing.
  static Result<Phrases> parse(std::string_view written);

  bool empty() const { return folded_.empty(); }
  bool said_in(std::string_view text) const;

 private:
  std::vector<std::string> folded_;
};

}  // namespace claimgraph::query
