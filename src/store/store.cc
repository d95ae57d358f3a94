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

  // Puts `after` in place of what is known of it. REQUIRES: `writing` is held.
  Status put(const StoredDocument& after) {
    const Moment moment(db);
    const auto before = load_document(moment, after.row.fact.id);
    if (!before) return fail(before.error());
    return replace(moment, *before, after);
  }

  // One batch of the rows of links, with the counts. REQUIRES: `writing` is held.
  Status change_links(const Moment& moment, const std::vector<RowKey>& removed, std::vector<Row> added) {
    auto counts = load_counts(moment);
    if (!counts) return fail(std::move(counts.error()));
    ++counts->generation;
    added.push_back({{Family::meta, std::string(kCountsKey)}, encode_counts(*counts)});
    changed = true;
    return db->write(removed, added);
  }

  // REQUIRES: `writing` is held.
  Result<std::uint64_t> add_link(const kg::Link& link) {
    const Moment moment(db);
    const auto last = moment.last_key(Family::links);
    if (!last) return fail(last.error());
    const std::uint64_t number = (*last ? decode_link_key(**last).value_or(0) : 0) + 1;
    auto status = change_links(moment, {}, {{{Family::links, encode_link_key(number)}, encode_link(link)}});
    if (!status) return fail(std::move(status.error()));
    return number;
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
  const StoredDocument after = stored_document(extraction, fingerprint);
  const std::lock_guard lock(impl_->writing);
  return impl_->put(after);
}

Status Store::merge(const Snapshot& other) {
  if (auto status = impl_->may_write(); !status) return status;
  const Moment& from = other.impl_->moment;
  Status status;
  const auto read = visit_rows<Documents>(from, "", [&](kg::DocumentId id, const DocumentRow&) {
    const auto document = load_whole_document(from, id);
    const std::lock_guard lock(impl_->writing);
    status = document ? impl_->put(**document) : fail(document.error());
    return status.has_value();
  });
  if (!read || !status) return read ? status : read;
  const auto numbered = other.links();
  if (!numbered) return fail(numbered.error());
  std::vector<kg::Link> links;
  for (const NumberedLink& link : *numbered) links.push_back(link.link);
  return link_all(links);
}

Result<std::uint64_t> Store::link(const kg::Link& link) {
  if (auto status = impl_->may_write(); !status) return fail(std::move(status.error()));
  const std::size_t least = link.kind == kg::LinkKind::merge ? 2 : 1;
  if (link.entities.size() < least) {
    return fail({.code = ErrorCode::invalid,
                 .message = fmt::format("a {} of {} entities says nothing", spell(link.kind), link.entities.size())});
  }
  const std::lock_guard lock(impl_->writing);
  return impl_->add_link(link);
}

Status Store::link_all(const std::vector<kg::Link>& links) {
  const auto known = load_links(Moment(impl_->db));
  if (!known) return fail(known.error());
  auto next = links.begin();
  for (const NumberedLink& link : *known) {
    if (next != links.end() && link.link == *next) ++next;
  }
  for (; next != links.end(); ++next) {
    if (auto added = link(*next); !added) return fail(std::move(added.error()));
  }
  return {};
}

Result<bool> Store::unlink(std::uint64_t number) {
  if (auto status = impl_->may_write(); !status) return fail(std::move(status.error()));
  const std::lock_guard lock(impl_->writing);
  const Moment moment(impl_->db);
  const auto known = load<Links>(moment, number);
  if (!known) return fail(known.error());
  if (!*known) return false;
  if (auto status = impl_->change_links(moment, {{Family::links, encode_link_key(number)}}, {}); !status) {
    return fail(std::move(status.error()));
  }
  return true;
}

Status Store::compact() {
  if (auto status = impl_->may_write(); !status) return status;
  const std::lock_guard lock(impl_->writing);
  impl_->changed = true;
  return impl_->db->compact();
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
