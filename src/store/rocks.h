#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <rocksdb/db.h>
#include <rocksdb/options.h>

#include "claimgraph/base/error.h"
#include "store/db.h"
#include "store/keys.h"

// What the .cc files that talk to RocksDB share. No other file includes this or any RocksDB header.
namespace claimgraph::store {

// How a store is opened, tuned for a laptop: little memory, few threads, small logs.
rocksdb::DBOptions database_options(Access access);
// The families in the order of Family, with their options.
std::vector<rocksdb::ColumnFamilyDescriptor> family_descriptors(Access access);
// True when the keys of `family` start with an entity, which then is RocksDB's prefix.
bool starts_with_entity(Family family);

// RocksDB's status of doing `what` ("open", "read", "write") to the store at `path` as our error. The one place that
// reads a rocksdb::Status. REQUIRES: !status.ok().
Error error_of(const rocksdb::Status& status, std::string_view what, const std::string& path);

inline rocksdb::Slice slice(std::string_view bytes) { return {bytes.data(), bytes.size()}; }
inline std::string_view view(const rocksdb::Slice& bytes) { return {bytes.data(), bytes.size()}; }

}  // namespace claimgraph::store
