#include <memory>
#include <string>
#include <utility>

#include <rocksdb/iterator.h>
#include <rocksdb/snapshot.h>

#include "store/db.h"
#include "store/db_impl.h"

namespace claimgraph::store {
namespace {

// The smallest key after all that start with `prefix`; empty when there is none.
std::string end_of(std::string_view prefix) {
  std::string end(prefix);
  while (!end.empty() && end.back() == '\xFF') end.pop_back();
  if (!end.empty()) end.back() = static_cast<char>(static_cast<unsigned char>(end.back()) + 1);
  return end;
}

struct Range {
  Family family{};
  std::string begin;
  std::string end;             // empty: the family's
  bool in_one_prefix = false;  // of RocksDB's prefixes
};

}  // namespace

struct Moment::Impl {
  std::shared_ptr<const Db> db;
  rocksdb::ManagedSnapshot held;
  const rocksdb::Snapshot* snapshot = held.snapshot();

  explicit Impl(std::shared_ptr<const Db> of) : db(std::move(of)), held(rocks()) {}

  rocksdb::DB* rocks() const { return db->impl_->db.get(); }
  rocksdb::ColumnFamilyHandle* handle(Family family) const { return db->impl_->handle(family); }
  // Checksums are checked on every read: one unchecked read leaves a bad block in the cache, from which later checked
  // reads are answered.
  rocksdb::ReadOptions options() const {
    rocksdb::ReadOptions out;
    out.snapshot = snapshot;
    out.verify_checksums = true;
    return out;
  }

  Status scan(const Range& range, const Visit& visit) const {
    auto reading = options();
    const rocksdb::Slice bound(range.end);
    if (!range.end.empty()) reading.iterate_upper_bound = &bound;
    reading.prefix_same_as_start = range.in_one_prefix;
    reading.total_order_seek = !range.in_one_prefix;
    reading.fill_cache = !range.begin.empty();
    const std::unique_ptr<rocksdb::Iterator> it(rocks()->NewIterator(reading, handle(range.family)));
    for (it->Seek(slice(range.begin)); it->Valid(); it->Next()) {
      auto more = visit(view(it->key()), view(it->value()));
      if (!more) return fail(std::move(more.error()));
      if (!*more) return {};
    }
    if (!it->status().ok()) return fail(error_of(it->status(), "read", db->path()));
    return {};
  }
};

Moment::Moment(std::shared_ptr<const Db> db) : impl_(std::make_unique<Impl>(std::move(db))) {}
Moment::~Moment() = default;

const std::string& Moment::path() const { return impl_->db->path(); }

Result<std::optional<std::string>> Moment::get(Family family, std::string_view key) const {
  rocksdb::PinnableSlice value;
  const auto status = impl_->rocks()->Get(impl_->options(), impl_->handle(family), slice(key), &value);
  if (status.IsNotFound()) return std::optional<std::string>();
  if (!status.ok()) return fail(error_of(status, "read", path()));
  return std::optional<std::string>(std::string(view(value)));
}

Result<std::vector<std::optional<std::string>>> Moment::get_many(Family family,
                                                                 const std::vector<std::string>& keys) const {
  const std::vector<rocksdb::Slice> slices(keys.begin(), keys.end());
  std::vector<rocksdb::PinnableSlice> values(keys.size());
  std::vector<rocksdb::Status> statuses(keys.size());
  const bool sorted = true;
  impl_->rocks()->MultiGet(impl_->options(), impl_->handle(family), slices.size(), slices.data(), values.data(),
                           statuses.data(), sorted);
  std::vector<std::optional<std::string>> out(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (statuses[i].IsNotFound()) continue;
    if (!statuses[i].ok()) return fail(error_of(statuses[i], "read", path()));
    out[i] = std::string(view(values[i]));
  }
  return out;
}

Status Moment::scan(Family family, std::string_view prefix, const Visit& visit) const {
  // RocksDB's own filter by prefix serves only prefixes that hold its whole prefix, an entity.
  return impl_->scan({.family = family,
                      .begin = std::string(prefix),
                      .end = end_of(prefix),
                      .in_one_prefix = starts_with_entity(family) && !prefix.empty()},
                     visit);
}

Status Moment::scan_range(Family family, std::string_view begin, std::string_view end, const Visit& visit) const {
  return impl_->scan({.family = family, .begin = std::string(begin), .end = std::string(end)}, visit);
}

Result<bool> Moment::has(Family family, std::string_view prefix) const {
  bool found = false;
  const auto status = scan(family, prefix, [&](std::string_view, std::string_view) -> Result<bool> {
    found = true;
    return false;
  });
  if (!status) return fail(status.error());
  return found;
}

Result<std::optional<std::string>> Moment::last_key(Family family) const {
  auto options = impl_->options();
  options.total_order_seek = true;
  const std::unique_ptr<rocksdb::Iterator> it(impl_->rocks()->NewIterator(options, impl_->handle(family)));
  it->SeekToLast();
  if (it->Valid()) return std::optional<std::string>(std::string(view(it->key())));
  if (!it->status().ok()) return fail(error_of(it->status(), "read", path()));
  return std::optional<std::string>();
}

}  // namespace claimgraph::store
