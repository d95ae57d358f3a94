#include "store/open.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "store/damage.h"
#include "store/seal.h"

namespace claimgraph::store {
namespace {

namespace fs = std::filesystem;

// A writer may replace files between our reading of their list and of themselves. Then we read again, after a pause
// that grows twofold, to a second in all: flushes are seconds apart, so that more tries would not help either.
constexpr int kReadTries = 10;
constexpr std::chrono::milliseconds kFirstPause{1};
// By which a database is known as ours.
constexpr std::string_view kFamilyOfAllVersions = "claims_by_source";

Error no_store(const std::string& path, std::string_view why) {
  return {.code = ErrorCode::not_found,
          .message = fmt::format("there is no store at '{}'{}", path, why),
          .hint = "`claimgraph build --store FOLDER ARTICLES` makes one"};
}

Error no_store_folder(const std::string& path, std::string_view why) {
  return {.code = ErrorCode::invalid,
          .message = fmt::format("'{}' is not a store: {}", path, why),
          .hint = "give the folder of a store, or a new one"};
}

// A folder without a seal that is not empty: ours, another program's, or no database at all?
Error unsealed(const std::string& path) {
  std::error_code error;
  if (!fs::exists(fs::path(path) / "CURRENT", error)) return no_store_folder(path, "it is a folder of other files");
  const auto names = family_names(path);
  if (!names) return no_store_folder(path, "it is a database that cannot be read");
  const bool ours = std::find(names->begin(), names->end(), kFamilyOfAllVersions) != names->end();
  return ours ? damage(path, "its file SEAL is missing")
              : no_store_folder(path, "it is the database of another program");
}

// A seal whose manifest has no number was written before the database was made: the making was interrupted.
bool is_finished(const Seal& seal) { return seal.manifest.number != 0; }

// The seal of a store at `path`, or nothing when there is nothing yet.
Result<std::optional<Seal>> find_seal(const std::string& path) {
  std::error_code error;
  const auto kind = fs::status(path, error).type();
  if (kind == fs::file_type::not_found) return std::optional<Seal>();
  if (kind == fs::file_type::none) {
    return fail({.code = ErrorCode::io, .message = fmt::format("cannot open store '{}': {}", path, error.message())});
  }
  if (kind != fs::file_type::directory) return fail(no_store_folder(path, "it is a file"));
  auto seal = load_seal(path);
  if (!seal || *seal) return seal;
  const auto empty = is_unsealed(path);
  if (!empty) return fail(empty.error());
  if (!*empty) return fail(unsealed(path));
  return std::optional<Seal>();
}

Status check_version(const Moment& moment) {
  const auto bytes = moment.get(Family::meta, kFormatVersionKey);
  if (!bytes) return fail(bytes.error());
  if (!*bytes) return fail(damage(moment.path(), "its format version is missing"));
  const auto version = decode_format_version(**bytes);
  if (!version) return fail(damage_at(moment.path(), Family::meta, kFormatVersionKey, version.error().message));
  if (*version != kFormatVersion) return fail(other_version(moment.path(), fmt::format("{}", *version)));
  return {};
}

Status check_content(const std::shared_ptr<const Db>& db, const Seal& seal) {
  const Moment moment(db);
  if (auto status = check_version(moment); !status) return status;
  const auto counts = load_counts(moment);
  if (!counts) return fail(counts.error());
  if (counts->generation >= seal.generation) return {};
  return fail(damage(
      db->path(), fmt::format("it holds {} changes, but {} were stored already", counts->generation, seal.generation)));
}

// Opens without writing a byte. What is read is one state of the store even beside a writer: as long as the manifest
// stays the same, no log and no file that it counts on is deleted.
Result<std::shared_ptr<Db>> open_reading(const std::string& path, const Seal& seal) {
  Error last;
  for (int i = 0; i < kReadTries; ++i) {
    const auto before = find_manifest(path);
    const Status checked = before ? check_manifest(path, *before, seal) : Status(fail(before.error()));
    auto db = checked ? Db::open(path, Access::read) : Result<std::shared_ptr<Db>>(fail(checked.error()));
    const auto after = find_manifest(path);
    const bool settled = before.has_value() == after.has_value() && (!before || *before == *after);
    if (!settled) {
      last = {.code = ErrorCode::io,
              .message = fmt::format("cannot open store '{}': a writer kept replacing its files", path),
              .hint = "try again"};
      std::this_thread::sleep_for(kFirstPause * (1 << i));
      continue;
    }
    if (!db) return db;
    if (auto status = check_content(*db, seal); !status) return fail(std::move(status.error()));
    return db;
  }
  return fail(std::move(last));
}

// Everything is checked by a reading open first: a writing one deletes files that the manifest does not name. What
// looks wrong beside a writer who is just opening the store may be right in a moment: then it is the writer who is told
// of.
Result<std::shared_ptr<Db>> open_writing(const std::string& path, const Seal& seal) {
  if (auto checked = open_reading(path, seal); !checked) {
    const auto unlocked = check_unlocked(path);
    return unlocked ? std::move(checked) : fail(unlocked.error());
  }
  auto db = Db::open(path, Access::write);
  if (!db) return db;
  if (auto status = seal_database(*db); !status) return fail(std::move(status.error()));
  return db;
}

// Makes a store in a folder that is missing or empty, or makes the rest of one. The seal comes first and says that the
// rest is missing, so that a kill at any point leaves a folder that this function goes on with.
Result<std::shared_ptr<Db>> create_store(const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) {
    return fail({.code = ErrorCode::io, .message = fmt::format("cannot make store '{}': {}", path, error.message())});
  }
  if (auto status = save_seal(path, {.format_version = kFormatVersion}); !status) {
    return fail(std::move(status.error()));
  }
  auto db = Db::open(path, Access::create);
  if (!db) return db;
  const std::vector<Row> meta = {
      {{Family::meta, std::string(kFormatVersionKey)}, encode_format_version(kFormatVersion)},
      {{Family::meta, std::string(kCountsKey)}, encode_counts({})}};
  auto status = (*db)->write({}, meta);
  if (status) status = (*db)->sync();
  if (status) status = seal_database(*db);
  if (!status) return fail(std::move(status.error()));
  return db;
}

}  // namespace

Result<Counts> load_counts(const Moment& moment) {
  const auto bytes = moment.get(Family::meta, kCountsKey);
  if (!bytes) return fail(bytes.error());
  if (!*bytes) return fail(damage(moment.path(), "its counts are missing"));
  auto counts = decode_counts(**bytes);
  if (counts) return counts;
  return fail(damage_at(moment.path(), Family::meta, kCountsKey, counts.error().message));
}

Status seal_database(const std::shared_ptr<const Db>& db) {
  const auto counts = load_counts(Moment(db));
  if (!counts) return fail(counts.error());
  auto manifest = find_manifest(db->path());
  if (!manifest) return fail(std::move(manifest.error()));
  const auto checksum = checksum_of(db->path(), *manifest);
  if (!checksum) return fail(checksum.error());
  manifest->checksum = *checksum;
  // RocksDB may be in the middle of a record of its own, written and not yet synced.
  if (auto status = sync_manifest(db->path(), *manifest); !status) return status;
  return save_seal(db->path(), {kFormatVersion, counts->generation, *manifest});
}

Result<std::shared_ptr<Db>> open_database(const std::string& path, const OpenOptions& options) {
  const auto seal = find_seal(path);
  if (!seal) return fail(seal.error());
  const bool writing = options.mode == Mode::read_write;
  const bool finished = *seal && is_finished(**seal);
  if (finished) return writing ? open_writing(path, **seal) : open_reading(path, **seal);
  if (writing && options.create) return create_store(path);
  return fail(no_store(path, *seal ? " yet: the making of it was interrupted" : ""));
}

}  // namespace claimgraph::store
