#pragma once

#include <memory>
#include <utility>

#include "claimgraph/store/store.h"
#include "store/db.h"

namespace claimgraph::store {

struct Snapshot::Impl {
  Moment moment;

  explicit Impl(std::shared_ptr<const Db> db) : moment(std::move(db)) {}
};

}  // namespace claimgraph::store
