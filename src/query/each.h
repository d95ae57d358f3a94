#pragma once

#include <functional>

#include "claimgraph/base/error.h"

namespace claimgraph::query {

// Calls `read` with a visitor that hands every fact to `visit` and stops at its first failure, which is then the
// answer. `read` is one of Snapshot's visiting reads; `visit` returns a Status.
template <typename Fact, typename Read, typename Visit>
Status each(const Read& read, const Visit& visit) {
  Status failed;
  const std::function<bool(const Fact&)> visitor = [&](const Fact& fact) {
    failed = visit(fact);
    return failed.has_value();
  };
  const Status done = read(visitor);
  return done ? failed : done;
}

}  // namespace claimgraph::query
