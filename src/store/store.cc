#include "claimgraph/store/store.h"

#include <algorithm>
#include <iterator>
#include <mutex>
#include <utility>

#include <fmt/format.h>

#include "store/change.h"
#include "store/check.h"
#include "store/db.h"
#include "store/open.h"
#include "store/rows.h"
#include "store/snapshot_impl.h"
#include "store/tables.h"

namespace claimgraph::store {

struct Store::Impl {
  std::shared_ptr<Db> db;  // shared with snapshots, which may outlive the store
  Mode mode = Mode::read_only;
  std::mutex writing;  // a change reads the counts and writes them
  bool changed = false;

  Impl(std::shared_ptr<Db> opened, Mode opened_mode) : db(std::move(opened)), mode(opened_mode) {}
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    // For the next reader's sake, who then has no log to go through. Nothing is lost when it fails.
    if (changed && db->finish()) static_cast<void>(seal_database(db));
  }

  Status may_write() const {
    if (mode == Mode::read_write) return {};
    return fail({.code = ErrorCode::usage,
                 .message = fmt::format("cannot write to store '{}': it is open for reading only", db->path())});
  }

  // Replaces `before` by `after`; either may be nothing. REQUIRES: `writing` is held.
  Status replace(const Moment& moment, const std::optional<StoredDocument>& before,
                 const std::optional<StoredDocument>& after) {
    const auto change = plan_change(moment, before, after);
    if (!change) return fail(change.error());
    changed = true;
    return db->write(change->removed, change->put);
  }
};

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::string& path, const OpenOptions& options) {
  auto db = open_database(path, options);
  if (!db) return fail(std::move(db.error()));
  return Store(std::make_unique<Impl>(*std::move(db), options.mode));
}

Status Store::put(const kg::Extraction& extraction, std::string_view fingerprint) {
  if (auto status = impl_->may_write(); !status) return status;
  if (auto status = check_extraction(extraction); !status) return status;
  const std::optional after = stored_document(extraction, fingerprint);
  const std::lock_guard lock(impl_->writing);
  const Moment moment(impl_->db);
  const auto before = load_document(moment, after->row.fact.id);
  if (!before) return fail(before.error());
  return impl_->replace(moment, *before, after);
}

Result<std::optional<std::string>> Store::fingerprint_of(std::string_view document) const {
  auto row = load<Documents>(Moment(impl_->db), kg::document_id(document));
  if (!row) return fail(std::move(row.error()));
  if (!*row || (*row)->fact.name != document) return std::optional<std::string>();
  return std::optional(std::move((*row)->fact.fingerprint));
}

Result<bool> Store::remove(std::string_view document) {
  if (auto status = impl_->may_write(); !status) return fail(std::move(status.error()));
  const std::lock_guard lock(impl_->writing);
  const Moment moment(impl_->db);
  const auto before = load_document(moment, kg::document_id(document));
  if (!before) return fail(before.error());
  if (!*before || (*before)->row.fact.name != document) return false;
  if (auto status = impl_->replace(moment, *before, std::nullopt); !status) return fail(std::move(status.error()));
  return true;
}

Status Store::sync() {
  if (auto status = impl_->may_write(); !status) return status;
  const std::lock_guard lock(impl_->writing);
  if (auto status = impl_->db->sync(); !status) return status;
  return seal_database(impl_->db);
}

Snapshot Store::snapshot() const { return Snapshot(std::make_unique<Snapshot::Impl>(impl_->db)); }

}  // namespace claimgraph::store
