#pragma once

#include <memory>
#include <string>

#include "claimgraph/base/error.h"
#include "claimgraph/store/store.h"
#include "store/db.h"
#include "store/values.h"

// Opening a store: is the folder one, of our version, and does it hold what its seal says?
namespace claimgraph::store {

// What Store::open() does, and with its errors.
Result<std::shared_ptr<Db>> open_database(const std::string& path, const OpenOptions& options);

// Seals the database as it is. REQUIRES: it is open for writing, and Db::sync() or Db::finish() came after the last
// write.
Status seal_database(const std::shared_ptr<const Db>& db);

// The counts that every batch keeps.
Result<Counts> load_counts(const Moment& moment);

}  // namespace claimgraph::store
