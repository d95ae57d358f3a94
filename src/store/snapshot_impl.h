#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "claimgraph/store/store.h"
#include "store/db.h"
#include "store/link_map.h"

namespace claimgraph::store {

// What a snapshot reads from. Thread-safe.
class Reading {
 public:
  explicit Reading(std::shared_ptr<const Db> of) : db(std::move(of)), moment(db) {}

  // Read when first asked for.
  const Result<LinkMap>& links() const {
    std::call_once(links_read_, [this] { links_.emplace(LinkMap::load(moment)); });
    return *links_;
  }

  const std::shared_ptr<const Db> db;  // shared with the store and its other snapshots
  const Moment moment;

 private:
  mutable std::once_flag links_read_;
  mutable std::optional<Result<LinkMap>> links_;
};

struct Snapshot::Impl : Reading {
  using Reading::Reading;
};

}  // namespace claimgraph::store
