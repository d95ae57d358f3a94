#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/store/store.h"
#include "store/keys.h"

namespace claimgraph::store {

struct RowKey {
  Family family{};
  std::string key;
  friend auto operator<=>(const RowKey&, const RowKey&) = default;
};
struct Row {
  RowKey at;
  std::string value;
  friend bool operator==(const Row&, const Row&) = default;
};

// create makes what is missing, be it everything or the rest after a kill in the middle of it, and writes.
enum class Access { create, write, read };

// logged: a batch survives the death of the process at once; unlogged: with the next finish(), all or none of them.
enum class Durability { logged, unlogged };

// The RocksDB database in a store's folder: families of byte strings, without knowing what they mean. Reads go through
// a Moment. Thread-safe.
class Db {
 public:
  static Result<std::shared_ptr<Db>> open(const std::string& path, Access access);
  Db(const Db&) = delete;
  Db& operator=(const Db&) = delete;
  ~Db();

  const std::string& path() const;
  // Removes and then puts rows, all or nothing.
  Status write(const std::vector<RowKey>& removed, const std::vector<Row>& put,
               Durability durability = Durability::logged);
  // Afterwards all batches survive the death of the machine.
  Status sync();
  // Rewrites all sorted files without what was replaced or removed.
  Status compact();
  // Reads all files and compares their checksums. Fails with `corruption`.
  Status verify_checksums() const;
  // Moves all rows from memory and log into sorted files, so that the next open has no log to read, and ends RocksDB's
  // work in the background, so that the files stay as they are. REQUIRES: nothing is written afterwards.
  Status finish();

 private:
  friend class Moment;
  struct Impl;
  explicit Db(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Fails with `locked` when somebody has the database in the folder `path` open for writing.
Status check_unlocked(const std::string& path);

// The names of the families of the RocksDB database in the folder `path`, whoever made it.
Result<std::vector<std::string>> family_names(const std::string& path);

// What a database held when this was made: all reads through one Moment agree. Keeps the database open: shared_ptr,
// because a Store and any number of Snapshots of it may go in any order, and RocksDB aborts when closed under a read.
// Thread-safe.
class Moment {
 public:
  explicit Moment(std::shared_ptr<const Db> db);
  Moment(const Moment&) = delete;
  Moment& operator=(const Moment&) = delete;
  ~Moment();

  const std::string& path() const;
  Result<std::optional<std::string>> get(Family family, std::string_view key) const;
  // The values of `keys`, in their order. REQUIRES: `keys` are sorted and distinct.
  Result<std::vector<std::optional<std::string>>> get_many(Family family, const std::vector<std::string>& keys) const;
  // Visits the rows whose keys start with `prefix`, by key, until `visit` gives false or an error. The views die with
  // the call.
  using Visit = std::function<Result<bool>(std::string_view key, std::string_view value)>;
  Status scan(Family family, std::string_view prefix, const Visit& visit) const;
  // The same of the rows with begin <= key < end; no end when that is empty. For families whose keys start with no
  // entity.
  Status scan_range(Family family, std::string_view begin, std::string_view end, const Visit& visit) const;
  // Whether there is a row whose key starts with `prefix`.
  Result<bool> has(Family family, std::string_view prefix) const;
  // The last key of `family`, if it has any.
  Result<std::optional<std::string>> last_key(Family family) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace claimgraph::store
