#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "claimgraph/base/error.h"
#include "store/db.h"
#include "store/rows.h"

namespace claimgraph::store {

inline constexpr std::string_view kCollisionHint =
    "ids are hashes of 64 bits, and these two are the same by accident: rename one of them";

// One atomic batch.
struct Change {
  std::vector<RowKey> removed;
  std::vector<Row> put;
};

// What turns `before`, a document as `moment` holds it, into `after`, with the store's counts; nothing is no document.
// Fails with `invalid` when `after` has a document or entity whose id another name has already.
Result<Change> plan_change(const Moment& moment, const std::optional<StoredDocument>& before,
                           const std::optional<StoredDocument>& after);

}  // namespace claimgraph::store
