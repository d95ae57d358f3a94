#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "claimgraph/base/utf8.h"
#include "claimgraph/store/store.h"
#include "store/damage.h"
#include "store/files.h"
#include "store/open.h"
#include "store/snapshot_impl.h"
#include "store/summary.h"
#include "store/tables.h"

namespace claimgraph::store {
namespace {

// What all documents say of `id` and the entities that are told of as it; nothing when none speaks of them.
Result<std::optional<EntitySummary>> summary_of(const Moment& moment, const LinkMap& links, kg::EntityId id) {
  SummaryBuilder builder(id);
  std::vector<kg::DocumentId> documents;
  bool named = false;
  for (const kg::EntityId member : links.members_of(id)) {
    const auto status = visit_rows<Entities>(moment, entity_prefix(member), [&](const EntityKey& key, EntityRow row) {
      documents.push_back(key.document);
      named |= member == id;
      member == id ? builder.add(row) : builder.add_other(row);
      return true;
    });
    if (!status) return fail(status.error());
  }
  if (!named) return std::optional<EntitySummary>();
  std::sort(documents.begin(), documents.end());
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
  builder.count_documents(documents.size());
  EntitySummary out = builder.summary();
  out.apart = links.is_apart(id);
  return std::optional(std::move(out));
}

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

Result<std::optional<EntitySummary>> Snapshot::entity(kg::EntityId id) const {
  const auto& links = impl_->links();
  if (!links) return fail(links.error());
  return summary_of(impl_->moment, *links, links->head_of(id));
}

Status Snapshot::entities(const std::function<bool(const EntitySummary&)>& visit) const {
  const auto& links = impl_->links();
  if (!links) return fail(links.error());
  std::optional<SummaryBuilder> builder;
  std::optional<kg::EntityId> current;
  bool more = true;
  const auto finish = [&]() -> Status {
    if (!current || !more || links->head_of(*current) != *current) return {};
    if (!links->is_merged(*current)) {
      EntitySummary summary = builder->summary();
      summary.apart = links->is_apart(*current);
      more = visit(summary);
      return {};
    }
    const auto summary = summary_of(impl_->moment, *links, *current);
    if (!summary) return fail(summary.error());
    if (*summary) more = visit(**summary);
    return {};
  };
  Status linked;
  auto status = visit_rows<Entities>(impl_->moment, "", [&](const EntityKey& key, EntityRow row) {
    if (current != key.entity) {
      linked = finish();
      builder.emplace(key.entity);
      current = key.entity;
    }
    builder->add(row);
    return more && linked;
  });
  if (!status || !linked) return status ? linked : status;
  return finish();
}

Result<std::vector<kg::EntityId>> Snapshot::entities_named(std::string_view name) const {
  const auto& links = impl_->links();
  if (!links) return fail(links.error());
  std::vector<kg::EntityId> out;
  const auto status = impl_->moment.scan(
      Family::names, text_prefix(fold(name)), [&](std::string_view bytes, std::string_view) -> Result<bool> {
        const auto key = decode_name_key(bytes);
        if (!key) return fail(damage_at(impl_->moment.path(), Family::names, bytes, "this is no key"));
        const kg::EntityId head = links->head_of(key->entity);
        if (out.empty() || out.back() != head) out.push_back(head);
        return true;
      });
  if (!status) return fail(status.error());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Result<std::vector<kg::EntityName>> Snapshot::spelled(std::string_view name) const {
  std::vector<kg::EntityName> out;
  for (std::size_t i = 0; i < kg::Spelling<kg::EntityType>::kNames.size(); ++i) {
    kg::EntityName candidate{std::string(name), static_cast<kg::EntityType>(i)};
    const auto known = impl_->moment.has(Family::entities, entity_prefix(candidate.id()));
    if (!known) return fail(known.error());
    if (*known) out.push_back(std::move(candidate));
  }
  return out;
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
