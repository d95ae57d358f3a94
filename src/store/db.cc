#include "store/db.h"

#include <utility>

#include <rocksdb/convenience.h>
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
                   ? rocksdb::DB::OpenForReadOnly(options, path, family_descriptors(), &out.families, &out.db)
                   : rocksdb::DB::Open(options, path, family_descriptors(), &out.families, &out.db);
  return out;
}

}  // namespace

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
  for (auto* family : impl_->families) impl_->db->DestroyColumnFamilyHandle(family);
  impl_->db->Close().PermitUncheckedError();  // nothing is lost when this fails: every batch is in the log
}

const std::string& Db::path() const { return impl_->path; }

Status Db::write(const std::vector<RowKey>& removed, const std::vector<Row>& put) {
  rocksdb::WriteBatch batch;
  rocksdb::Status status;
  for (const RowKey& at : removed) {
    if (status.ok()) status = batch.Delete(impl_->handle(at.family), slice(at.key));
  }
  for (const Row& row : put) {
    if (status.ok()) status = batch.Put(impl_->handle(row.at.family), slice(row.at.key), slice(row.value));
  }
  if (status.ok()) status = impl_->db->Write(rocksdb::WriteOptions(), &batch);
  if (!status.ok()) return fail(error_of(status, "write to", impl_->path));
  return {};
}

Status Db::sync() {
  const auto status = impl_->db->FlushWAL(true);
  if (!status.ok()) return fail(error_of(status, "write to", impl_->path));
  return {};
}

Status Db::finish() {
  const auto status = impl_->db->Flush(rocksdb::FlushOptions(), impl_->families);
  rocksdb::CancelAllBackgroundWork(impl_->db.get(), true);
  if (!status.ok()) return fail(error_of(status, "write to", impl_->path));
  return {};
}

Result<std::vector<std::string>> family_names(const std::string& path) {
  std::vector<std::string> out;
  const auto status = rocksdb::DB::ListColumnFamilies(database_options(Access::read), path, &out);
  if (!status.ok()) return fail(error_of(status, "open", path));
  return out;
}

}  // namespace claimgraph::store
