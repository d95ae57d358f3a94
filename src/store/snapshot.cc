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

// Facts that an index names are fetched this many at a time.
constexpr std::size_t kFactsAtOnce = 64;

// Visits all facts of a table.
template <typename Table>
Status visit_all(const Moment& moment, const std::function<bool(const typename Table::Value&)>& visit) {
  return visit_rows<Table>(moment, "", [&](const auto&, typename Table::Value value) { return visit(value); });
}

// Visits the facts that `index` has under `entity`, by id.
template <typename Table>
Status visit_indexed(const Moment& moment, Family index, kg::EntityId entity,
                     const std::function<bool(const typename Table::Value&)>& visit) {
  std::vector<kg::FactId> wanted;
  bool more = true;
  const auto fetch = [&]() -> Result<bool> {
    const auto facts = load_all<Table>(moment, wanted);
    if (!facts) return fail(facts.error());
    wanted.clear();
    for (const auto& fact : *facts) {
      if (more) more = visit(fact);
    }
    return more;
  };
  auto status =
      moment.scan(index, entity_prefix(entity), [&](std::string_view bytes, std::string_view) -> Result<bool> {
        const auto key = decode_index_key(bytes);
        if (!key) return fail(damage_at(moment.path(), index, bytes, "this is no key"));
        wanted.push_back(key->fact);
        return wanted.size() < kFactsAtOnce ? Result<bool>(true) : fetch();
      });
  if (!status || !more) return status;
  if (auto rest = fetch(); !rest) return fail(std::move(rest.error()));
  return {};
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
  return visit_all<Documents>(impl_->moment, [&](const DocumentRow& row) { return visit(row.fact); });
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

Result<std::optional<EntitySummary>> Snapshot::entity(kg::EntityId id) const {
  std::optional<SummaryBuilder> builder;
  const auto status = visit_rows<Entities>(impl_->moment, entity_prefix(id), [&](const EntityKey&, EntityRow row) {
    if (!builder) builder.emplace(id);
    builder->add(row);
    return true;
  });
  if (!status) return fail(status.error());
  return builder ? std::optional(builder->summary()) : std::nullopt;
}

Status Snapshot::entities(const std::function<bool(const EntitySummary&)>& visit) const {
  std::optional<SummaryBuilder> builder;
  std::optional<kg::EntityId> current;
  bool more = true;
  auto status = visit_rows<Entities>(impl_->moment, "", [&](const EntityKey& key, EntityRow row) {
    if (current != key.entity) {
      if (builder) more = visit(builder->summary());
      builder.emplace(key.entity);
      current = key.entity;
    }
    builder->add(row);
    return more;
  });
  if (status && more && builder) visit(builder->summary());
  return status;
}

Result<std::vector<kg::EntityId>> Snapshot::entities_named(std::string_view name) const {
  std::vector<kg::EntityId> out;
  const auto status = impl_->moment.scan(
      Family::names, name_prefix(fold(name)), [&](std::string_view bytes, std::string_view) -> Result<bool> {
        const auto key = decode_name_key(bytes);
        if (!key) return fail(damage_at(impl_->moment.path(), Family::names, bytes, "this is no key"));
        if (out.empty() || out.back() != key->entity) out.push_back(key->entity);
        return true;
      });
  if (!status) return fail(status.error());
  return out;
}

Result<std::optional<kg::ClaimFact>> Snapshot::claim(kg::FactId id) const { return load<Claims>(impl_->moment, id); }

Result<std::optional<kg::StanceFact>> Snapshot::stance(kg::FactId id) const { return load<Stances>(impl_->moment, id); }

Status Snapshot::claims(const std::function<bool(const kg::ClaimFact&)>& visit) const {
  return visit_all<Claims>(impl_->moment, visit);
}

Status Snapshot::stances(const std::function<bool(const kg::StanceFact&)>& visit) const {
  return visit_all<Stances>(impl_->moment, visit);
}

Status Snapshot::claims_by_source(kg::EntityId source, const std::function<bool(const kg::ClaimFact&)>& visit) const {
  return visit_indexed<Claims>(impl_->moment, Family::claims_by_source, source, visit);
}

Status Snapshot::claims_about(kg::EntityId about, const std::function<bool(const kg::ClaimFact&)>& visit) const {
  return visit_indexed<Claims>(impl_->moment, Family::claims_about, about, visit);
}

Status Snapshot::stances_by_actor(kg::EntityId actor, const std::function<bool(const kg::StanceFact&)>& visit) const {
  return visit_indexed<Stances>(impl_->moment, Family::stances_by_actor, actor, visit);
}

Status Snapshot::stances_toward(kg::EntityId target, const std::function<bool(const kg::StanceFact&)>& visit) const {
  return visit_indexed<Stances>(impl_->moment, Family::stances_toward, target, visit);
}

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
