#include "store/db.h"

#include <filesystem>
#include <utility>

#include <fmt/format.h>
#include <rocksdb/convenience.h>
#include <rocksdb/env.h>
#include <rocksdb/write_batch.h>

#include "store/db_impl.h"

namespace claimgraph::store {
namespace {

struct Opened {
  rocksdb::DB* db = nullptr;
  std::vector<rocksdb::ColumnFamilyHandle*> families;
  rocksdb::Status status;
};

// The one call of DB::Open: newer versions of RocksDB take a unique_ptr here.
Opened open_rocks(const std::string& path, Access access) {
  Opened out;
  const auto options = database_options(access);
  out.status = access == Access::read
                   ? rocksdb::DB::OpenForReadOnly(options, path, family_descriptors(access), &out.families, &out.db)
                   : rocksdb::DB::Open(options, path, family_descriptors(access), &out.families, &out.db);
  return out;
}

}  // namespace

Status Db::Impl::check_sound() const {
  if (!broken) return {};
  return fail({.code = ErrorCode::io,
               .message = fmt::format("cannot write to store '{}': an earlier write failed", path),
               .hint = "run the command again once the cause is gone"});
}

Status Db::Impl::written(const rocksdb::Status& status) {
  if (status.ok()) return {};
  broken = true;
  return fail(error_of(status, "write to", path));
}

Result<std::shared_ptr<Db>> Db::open(const std::string& path, Access access) {
  Opened opened = open_rocks(path, access);
  auto impl = std::make_unique<Impl>();
  impl->path = path;
  impl->db.reset(opened.db);
  impl->families = std::move(opened.families);
  if (!opened.status.ok()) return fail(error_of(opened.status, "open", path));
  return std::shared_ptr<Db>(new Db(std::move(impl)));  // make_shared cannot call a private constructor
}

Db::Db(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Db::~Db() {
  if (impl_->broken) {
    // To close it is to write the rest of its log, which aborts as above. What was acknowledged is in the log already;
    // the lock goes with the process.
    rocksdb::CancelAllBackgroundWork(impl_->db.release(), true);
    return;
  }
  for (auto* family : impl_->families) impl_->db->DestroyColumnFamilyHandle(family);
  impl_->db->Close().PermitUncheckedError();  // nothing is lost when this fails: every batch is in the log
}

const std::string& Db::path() const { return impl_->path; }

Status Db::write(const std::vector<RowKey>& removed, const std::vector<Row>& put, Durability durability) {
  if (auto status = impl_->check_sound(); !status) return status;
  rocksdb::WriteOptions options;
  options.disableWAL = durability == Durability::unlogged;
  rocksdb::WriteBatch batch;
  rocksdb::Status status;
  for (const RowKey& at : removed) {
    if (status.ok()) status = batch.Delete(impl_->handle(at.family), slice(at.key));
  }
  for (const Row& row : put) {
    if (status.ok()) status = batch.Put(impl_->handle(row.at.family), slice(row.at.key), slice(row.value));
  }
  if (status.ok()) status = impl_->db->Write(options, &batch);
  return impl_->written(status);
}

Status Db::sync() {
  if (auto status = impl_->check_sound(); !status) return status;
  return impl_->written(impl_->db->FlushWAL(true));
}

Status Db::compact() {
  if (auto status = impl_->check_sound(); !status) return status;
  for (auto* family : impl_->families) {
    rocksdb::CompactRangeOptions options;
    options.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForceOptimized;
    const auto status = impl_->db->CompactRange(options, family, nullptr, nullptr);
    if (!status.ok()) return impl_->written(status);
  }
  return {};
}

Status Db::verify_checksums() const {
  const auto status = impl_->db->VerifyChecksum();
  if (!status.ok()) return fail(error_of(status, "read", impl_->path));
  return {};
}

Status Db::finish() {
  if (auto status = impl_->check_sound(); !status) return status;
  const auto status = impl_->db->Flush(rocksdb::FlushOptions(), impl_->families);
  rocksdb::CancelAllBackgroundWork(impl_->db.get(), true);
  return impl_->written(status);
}

Status check_unlocked(const std::string& path) {
  const std::string file = path + "/LOCK";
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return {};  // to lock it would make it
  rocksdb::Env* env = rocksdb::Env::Default();
  rocksdb::FileLock* lock = nullptr;
  const auto locked = env->LockFile(file, &lock);
  if (!locked.ok()) return fail(error_of(locked, "open", path));
  const auto unlocked = env->UnlockFile(lock);
  return unlocked.ok() ? Status() : fail(error_of(unlocked, "open", path));
}

Result<std::vector<std::string>> family_names(const std::string& path) {
  std::vector<std::string> out;
  const auto status = rocksdb::DB::ListColumnFamilies(database_options(Access::read), path, &out);
  if (!status.ok()) return fail(error_of(status, "open", path));
  return out;
}

}  // namespace claimgraph::store
