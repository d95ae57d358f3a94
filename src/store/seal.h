#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "claimgraph/base/error.h"

// The file SEAL beside RocksDB's files: what the store is known to hold. RocksDB opens a folder whose MANIFEST or log
// lost its end as if nothing were missing, and a writing open then deletes the files that it no longer knows of. The
// seal tells, before anything is opened for writing. Written after each sync, so it never promises what may be lost.
namespace claimgraph::store {

inline constexpr std::string_view kSealName = "SEAL";

// The list of the files that make up a database: the MANIFEST that CURRENT names. It only ever grows, and is replaced
// by one with a larger number.
struct Manifest {
  std::uint64_t number = 0;
  std::uint64_t bytes = 0;
  std::uint64_t checksum = 0;  // of these bytes

  friend auto operator<=>(const Manifest&, const Manifest&) = default;
};

struct Seal {
  std::uint32_t format_version = 0;
  std::uint64_t generation = 0;  // batches that the store holds at least
  Manifest manifest;

  friend bool operator==(const Seal&, const Seal&) = default;
};

// Lines of `name value`, the last one a checksum of the others (doc/FORMATS.md).
std::string dump(const Seal& seal);
// The inverse of dump(). Fails with `corruption`, with `version` when only the version differs from ours.
Result<Seal> parse_seal(std::string_view text);

// The seal of the store at `path`; nothing when it has none.
Result<std::optional<Seal>> load_seal(const std::string& path);
// Atomic and durable: afterwards the seal survives the death of the machine, as what it tells of must already.
Status save_seal(const std::string& path, const Seal& seal);

// The manifest of the database at `path`, which need not be open, without its checksum. Fails with `corruption` when it
// is not there.
Result<Manifest> find_manifest(const std::string& path);
// The XXH3 of the manifest's first `bytes`. RocksDB takes a record of a manifest whose size was damaged for its end.
Result<std::uint64_t> checksum_of(const std::string& path, const Manifest& manifest);
// Returns when the disk has all of the manifest that is written.
Status sync_manifest(const std::string& path, const Manifest& manifest);
// Whether `manifest` has grown out of the sealed one. Fails with `corruption`.
Status check_manifest(const std::string& path, const Manifest& manifest, const Seal& seal);

// Whether nothing is in the folder but what a kill leaves of its first seal. Fails with `io`.
Result<bool> is_unsealed(const std::string& path);

}  // namespace claimgraph::store
