#pragma once

#include <cstdint>
#include <optional>

#include "claimgraph/base/error.h"
#include "store/change.h"
#include "store/db.h"
#include "store/rows.h"

namespace claimgraph::store {

// Adds to `change` what turning `before` into `after` does to the rows that sum up entities over all documents, and
// gives by how many there are more entities then. Fails with `invalid` when an entity of `after` has the id of another
// name.
Result<std::int64_t> change_entities(const Moment& moment, const std::optional<StoredDocument>& before,
                                     const std::optional<StoredDocument>& after, Change& change);

}  // namespace claimgraph::store
