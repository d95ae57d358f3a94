#pragma once

#include <atomic>
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

  // Set by the first write that fails. What RocksDB's log then holds is not known to it: a further write or flush
  // aborts the program where RocksDB was built with assertions.
  std::atomic<bool> broken = false;

  // Fails when a write has failed before.
  Status check_sound() const;
  // The outcome of a write; one that failed is the last.
  Status written(const rocksdb::Status& status);

  rocksdb::ColumnFamilyHandle* handle(Family family) const { return families[static_cast<std::size_t>(family)]; }
};

}  // namespace claimgraph::store
