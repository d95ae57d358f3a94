#pragma once

#include <cstdint>
#include <vector>

#include "claimgraph/base/span.h"
#include "pattern/check_view.h"

namespace claimgraph::pattern {

// Some token must meet `check`, at least `min` and at most `max` tokens behind where a match starts.
struct Need {
  std::uint32_t check = Check::kHolds;
  std::uint32_t min = 0;
  std::uint32_t max = 0;  // kNone: any further

  friend bool operator==(const Need&, const Need&) = default;
};
// A need that is to be met no further away than this is looked for around each token; else anywhere behind it.
inline constexpr std::uint32_t kFurthestNeed = 31;

// The tokens of a window at which a match may start, by what it needs. Holds references to its arguments.
class Starts {
 public:
  // The first of `needs` are those that rule out most.
  Starts(const std::vector<Need>& needs, CheckView checks) : needs_(needs), checks_(checks) {}

  // False when no match starts in `window`.
  bool enter(TokenRange window);
  // The first one at or after `from`, else the window's end.
  std::uint32_t next(std::uint32_t from);

 private:
  std::uint64_t find(std::uint32_t block);
  // The tokens of a block from which `need` is met.
  std::uint64_t near(const Need& need, std::uint32_t block, std::uint64_t asked);
  // The last token of the window that meets `need`; nothing: none does.
  bool find_last(const Need& need, std::uint32_t& token);

  const std::vector<Need>& needs_;
  CheckView checks_;
  TokenRange window_;
  std::uint32_t end_ = 0;        // no match starts here or further
  std::uint32_t block_ = kNone;  // what found_ is of
  std::uint64_t found_ = 0;
};

}  // namespace claimgraph::pattern
