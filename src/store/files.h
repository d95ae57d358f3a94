#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "claimgraph/base/error.h"

// The files of a store that RocksDB does not care for.
namespace claimgraph::store {

// The bytes of a file of at most 64 KiB.
Result<std::string> read_small_file(const std::string& path);
// Replaces the file `name` in `folder` at once, and returns when the disk has it.
Status write_durably(const std::string& folder, const std::string& name, std::string_view bytes);
// Returns when the disk has the bytes of the file at `path`, or the names in the folder there.
Status sync_path(const std::string& path);
// The sizes of all files in `folder` together.
std::uint64_t bytes_of_folder(const std::string& folder);

}  // namespace claimgraph::store
