#include <filesystem>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "claimgraph/store/store.h"
#include "store/files.h"
#include "store/open.h"
#include "store/seal.h"
#include "store/snapshot_impl.h"

// A store of the same rows elsewhere. Rows are read and written again, not files linked: that works beside a writer in
// another process, finds damage on the way, and leaves a store without what was replaced.
namespace claimgraph::store {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBatchBytes = 1 << 20;
constexpr std::string_view kPartial = ".partial";

Error cannot_make(const std::string& path, std::string_view why, std::string hint = {}) {
  return {
      .code = ErrorCode::io, .message = fmt::format("cannot make store '{}': {}", path, why), .hint = std::move(hint)};
}

Status check_free(const std::string& path) {
  std::error_code error;
  const auto kind = fs::status(path, error).type();
  if (kind == fs::file_type::not_found) return {};
  if (kind == fs::file_type::directory && fs::is_empty(path, error) && !error) return {};
  return fail({.code = ErrorCode::invalid,
               .message = fmt::format("cannot make store '{}': something is there already", path),
               .hint = "give a new folder"});
}

// The seal goes last: what a kill leaves of this is known for an unfinished store again.
void remove_partial(const std::string& partial, std::error_code& error) {
  std::vector<fs::path> files;
  for (fs::directory_iterator at(partial, error), end; !error && at != end; at.increment(error)) {
    if (at->path().filename() != kSealName) files.push_back(at->path());
  }
  for (const fs::path& file : files) {
    if (!error) fs::remove(file, error);
  }
  if (!error) fs::remove_all(partial, error);
}

// Takes away what a kill left; never a folder that is no store of ours.
Status clear_partial(const std::string& partial) {
  std::error_code error;
  if (!fs::exists(partial, error)) return {};
  const bool sealed = fs::exists(fs::path(partial) / kSealName, error);
  const auto unsealed = is_unsealed(partial);
  if (!sealed && !(unsealed && *unsealed)) {
    return fail({.code = ErrorCode::invalid,
                 .message = fmt::format("'{}' is in the way, and is no unfinished store", partial),
                 .hint = "give another folder, or move it away"});
  }
  remove_partial(partial, error);
  if (error) return fail(cannot_make(partial, error.message()));
  return {};
}

Status copy_family(const Moment& from, Db& to, Family family) {
  std::vector<Row> batch;
  std::size_t bytes = 0;
  const auto flush = [&]() -> Status {
    auto status = to.write({}, batch, Durability::unlogged);
    batch.clear();
    bytes = 0;
    return status;
  };
  auto status = from.scan(family, "", [&](std::string_view key, std::string_view value) -> Result<bool> {
    batch.push_back({{family, std::string(key)}, std::string(value)});
    bytes += key.size() + value.size();
    if (bytes < kBatchBytes) return true;
    if (auto written = flush(); !written) return fail(std::move(written.error()));
    return true;
  });
  return status ? flush() : status;
}

// A sealed store of the rows of `from` in the new folder `path`.
Status fill(const Moment& from, const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) return fail(cannot_make(path, error.message()));
  if (auto status = save_seal(path, {.format_version = kFormatVersion}); !status) return status;
  auto db = Db::open(path, Access::create);
  if (!db) return fail(std::move(db.error()));
  for (std::size_t i = 0; i < kFamilyNames.size(); ++i) {
    if (auto status = copy_family(from, **db, Family{static_cast<std::uint8_t>(i)}); !status) return status;
  }
  if (auto status = (*db)->finish(); !status) return status;
  return seal_database(*db);
}

}  // namespace

Status Snapshot::copy_to(const std::string& path) const {
  const std::string target = fs::path(path + "/").parent_path().string();  // without the slash of "backup/"
  const std::string partial = target + std::string(kPartial);
  if (auto status = check_free(target); !status) return status;
  if (auto status = clear_partial(partial); !status) return status;
  auto status = fill(impl_->moment, partial);
  std::error_code error;
  if (status) {
    fs::rename(partial, target, error);
    status = error ? Status(fail(cannot_make(target, error.message())))
                   : sync_path(fs::absolute(target).parent_path().string());
  }
  if (!status) remove_partial(partial, error);
  return status;
}

}  // namespace claimgraph::store
