#include <optional>
#include <utility>

#include <fmt/format.h>

#include "claimgraph/store/store.h"
#include "store/damage.h"
#include "store/files.h"
#include "store/open.h"
#include "store/snapshot_impl.h"
#include "store/tables.h"

namespace claimgraph::store {
namespace {

Result<std::string> published_of(const Moment& moment, std::string_view key_bytes) {
  auto key = decode_date_key(key_bytes);
  if (key) return std::move(key->published);
  return fail(damage_at(moment.path(), Family::documents_by_date, key_bytes, "this is no key"));
}

// The first and the last publication date, which are the ends of the index by date.
Status load_dates(const Moment& moment, Stats& stats) {
  const auto first = moment.scan(Family::documents_by_date, "", [&](std::string_view key, auto) -> Result<bool> {
    auto published = published_of(moment, key);
    if (!published) return fail(std::move(published.error()));
    stats.first_published = *std::move(published);
    return false;
  });
  if (!first) return first;
  const auto last = moment.last_key(Family::documents_by_date);
  if (!last) return fail(last.error());
  if (!*last) return {};
  auto published = published_of(moment, **last);
  if (!published) return fail(std::move(published.error()));
  stats.last_published = *std::move(published);
  return {};
}

}  // namespace

Snapshot::Snapshot(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Snapshot::Snapshot(Snapshot&&) noexcept = default;
Snapshot& Snapshot::operator=(Snapshot&&) noexcept = default;
Snapshot::~Snapshot() = default;

Result<std::optional<DocumentFact>> Snapshot::document(kg::DocumentId id) const {
  auto row = load<Documents>(impl_->moment, id);
  if (!row) return fail(std::move(row.error()));
  if (!*row) return std::optional<DocumentFact>();
  return std::optional(std::move((*row)->fact));
}

Status Snapshot::documents(const std::function<bool(const DocumentFact&)>& visit) const {
  return visit_rows<Documents>(impl_->moment, "",
                               [&](kg::DocumentId, const DocumentRow& row) { return visit(row.fact); });
}

Result<std::string> Snapshot::text(kg::DocumentId id) const {
  auto text = load<Texts>(impl_->moment, id);
  if (!text) return fail(std::move(text.error()));
  if (*text) return **std::move(text);
  const auto known = document(id);
  if (!known) return fail(known.error());
  if (*known) {
    return fail(damage_at(impl_->moment.path(), Family::texts, encode_document_key(id), "this row is missing"));
  }
  return fail({.code = ErrorCode::not_found,
               .message = fmt::format("store '{}' has no document with the id {:016x}", impl_->moment.path(),
                                      static_cast<std::uint64_t>(id))});
}

Status Snapshot::documents_by_date(std::string_view since, std::string_view until,
                                   const std::function<bool(const DocumentFact&)>& visit) const {
  // No day is as large as this byte, so that a year or month as `until` has all of its days in it.
  const std::string end = until.empty() ? "" : fmt::format("{}\x7F", until);
  const auto read = [&](std::string_view bytes, std::string_view) -> Result<bool> {
    const auto key = decode_date_key(bytes);
    if (!key) return fail(damage_at(impl_->moment.path(), Family::documents_by_date, bytes, "this is no key"));
    const auto row = load<Documents>(impl_->moment, key->document);
    if (!row) return fail(row.error());
    if (!*row) {
      return fail(damage_at(impl_->moment.path(), Family::documents, encode_document_key(key->document),
                            "this row is missing"));
    }
    return visit((*row)->fact);
  };
  return impl_->moment.scan_range(Family::documents_by_date, since, end, read);
}

Result<std::vector<NumberedLink>> Snapshot::links() const { return load_links(impl_->moment); }

Result<Stats> Snapshot::stats() const {
  const auto counts = load_counts(impl_->moment);
  if (!counts) return fail(counts.error());
  Stats out{.documents = counts->documents,
            .entities = counts->entities,
            .claims = counts->claims,
            .stances = counts->stances,
            .disk_bytes = bytes_of_folder(impl_->moment.path())};
  if (auto status = load_dates(impl_->moment, out); !status) return fail(std::move(status.error()));
  return out;
}

}  // namespace claimgraph::store
