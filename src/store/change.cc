#include "store/change.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "claimgraph/base/utf8.h"
#include "store/open.h"
#include "store/tables.h"

namespace claimgraph::store {
namespace {

constexpr std::string_view kCollisionHint =
    "ids are hashes of 64 bits, and these two are the same by accident: rename one of them";

std::string shown(const kg::EntityFact& entity) { return fmt::format("{} '{}'", spell(entity.type), entity.name); }

Status check_document_name(const StoredDocument& before, const StoredDocument& after) {
  const std::string& old_name = before.row.fact.name;
  const std::string& new_name = after.row.fact.name;
  if (old_name == new_name) return {};
  return fail({.code = ErrorCode::invalid,
               .message = fmt::format("cannot store document '{}': its id {:016x} is that of document '{}'", new_name,
                                      static_cast<std::uint64_t>(after.row.fact.id), old_name),
               .hint = std::string(kCollisionHint)});
}

Status check_entity_name(const StoredDocument& document, const kg::EntityFact& entity, const kg::EntityFact& other) {
  if (entity.type == other.type && fold(entity.name) == fold(other.name)) return {};
  return fail({.code = ErrorCode::invalid,
               .message = fmt::format("cannot store document '{}': the id {:016x} of its {} is that of {}",
                                      document.row.fact.name, static_cast<std::uint64_t>(entity.id), shown(entity),
                                      shown(other)),
               .hint = std::string(kCollisionHint)});
}

// What another document than `document` says of `entity`, if one does.
Result<std::optional<EntityRow>> other_row(const Moment& moment, kg::EntityId entity, kg::DocumentId document) {
  std::optional<EntityRow> out;
  const auto status = visit_rows<Entities>(moment, entity_prefix(entity), [&](const EntityKey& key, EntityRow row) {
    if (key.document != document) out = std::move(row);
    return !out;
  });
  if (!status) return fail(status.error());
  return out;
}

// How many of the document's entities no other document has.
Result<std::uint64_t> count_own(const Moment& moment, const StoredDocument& document) {
  std::uint64_t own = 0;
  for (const kg::EntityId entity : document.row.entities) {
    const auto other = other_row(moment, entity, document.row.fact.id);
    if (!other) return fail(other.error());
    if (!*other) ++own;
  }
  return own;
}

// The same of a document that is to be stored, and whether its entities are who they were.
Result<std::uint64_t> check_and_count_own(const Moment& moment, const StoredDocument& document) {
  const auto& entities = document.facts.entities;
  std::uint64_t own = 0;
  for (std::size_t i = 0; i < entities.size(); ++i) {
    if (i > 0 && entities[i].id == entities[i - 1].id) {
      if (auto status = check_entity_name(document, entities[i], entities[i - 1]); !status) return fail(status.error());
    }
    const auto other = other_row(moment, entities[i].id, document.row.fact.id);
    if (!other) return fail(other.error());
    if (!*other) {
      ++own;
    } else if (auto status = check_entity_name(document, entities[i], (*other)->fact); !status) {
      return fail(std::move(status.error()));
    }
  }
  return own;
}

Counts counts_of(const StoredDocument& document, std::uint64_t own_entities) {
  return {.documents = 1,
          .entities = own_entities,
          .claims = document.row.fact.claims,
          .stances = document.row.fact.stances};
}

Counts sum(const Counts& a, const Counts& b) {
  return {a.generation, a.documents + b.documents, a.entities + b.entities, a.claims + b.claims, a.stances + b.stances};
}

Result<Counts> difference(const Moment& moment, const Counts& a, const Counts& b) {
  if (a.documents < b.documents || a.entities < b.entities || a.claims < b.claims || a.stances < b.stances) {
    return fail(damage_at(moment.path(), Family::meta, kCountsKey, "less is counted than one document has"));
  }
  return Counts{a.generation, a.documents - b.documents, a.entities - b.entities, a.claims - b.claims,
                a.stances - b.stances};
}

Result<Counts> new_counts(const Moment& moment, const std::optional<StoredDocument>& before,
                          const std::optional<StoredDocument>& after) {
  auto counts = load_counts(moment);
  if (counts && before) {
    const auto own = count_own(moment, *before);
    if (!own) return fail(own.error());
    counts = difference(moment, *counts, counts_of(*before, *own));
  }
  if (counts && after) {
    const auto own = check_and_count_own(moment, *after);
    if (!own) return fail(own.error());
    counts = sum(*counts, counts_of(*after, *own));
  }
  if (counts) ++counts->generation;
  return counts;
}

}  // namespace

Result<Change> plan_change(const Moment& moment, const std::optional<StoredDocument>& before,
                           const std::optional<StoredDocument>& after) {
  if (before && after) {
    if (auto status = check_document_name(*before, *after); !status) return fail(std::move(status.error()));
  }
  const auto counts = new_counts(moment, before, after);
  if (!counts) return fail(counts.error());
  Change change;
  if (after) change.put = rows_of(*after);
  if (before) {
    for (Row& row : rows_of(*before)) {
      const auto same = std::lower_bound(change.put.begin(), change.put.end(), row.at,
                                         [](const Row& put, const RowKey& at) { return put.at < at; });
      if (same == change.put.end() || same->at != row.at) change.removed.push_back(std::move(row.at));
    }
  }
  change.put.push_back({{Family::meta, std::string(kCountsKey)}, encode_counts(*counts)});
  return change;
}

}  // namespace claimgraph::store
