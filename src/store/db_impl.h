#pragma once

#include <memory>
#include <string>
#include <vector>

#include "store/db.h"
#include "store/rocks.h"

namespace claimgraph::store {

// Shared by db.cc, which opens and writes, and moment.cc, which reads.
struct Db::Impl {
  std::string path;
  std::unique_ptr<rocksdb::DB> db;
  std::vector<rocksdb::ColumnFamilyHandle*> families;  // in the order of Family; given back before `db` closes

  rocksdb::ColumnFamilyHandle* handle(Family family) const { return families[static_cast<std::size_t>(family)]; }
};

}  // namespace claimgraph::store
