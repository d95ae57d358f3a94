#include "store/change.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "store/open.h"
#include "store/tables.h"
#include "store/tallies.h"

namespace claimgraph::store {
namespace {

Status check_document_name(const StoredDocument& before, const StoredDocument& after) {
  const std::string& old_name = before.row.fact.name;
  const std::string& new_name = after.row.fact.name;
  if (old_name == new_name) return {};
  return fail({.code = ErrorCode::invalid,
               .message = fmt::format("cannot store document '{}': its id {:016x} is that of document '{}'", new_name,
                                      static_cast<std::uint64_t>(after.row.fact.id), old_name),
               .hint = std::string(kCollisionHint)});
}

// `count` with `more` for `less`.
Result<std::uint64_t> changed(const Moment& moment, std::uint64_t count, std::uint64_t less, std::uint64_t more) {
  if (count >= less) return count - less + more;
  return fail(damage_at(moment.path(), Family::meta, kCountsKey, "less is counted than one document has"));
}

Result<Counts> new_counts(const Moment& moment, const std::optional<StoredDocument>& before,
                          const std::optional<StoredDocument>& after, std::int64_t more_entities) {
  const auto counts = load_counts(moment);
  if (!counts) return counts;
  const DocumentFact none;
  const DocumentFact& less = before ? before->row.fact : none;
  const DocumentFact& more = after ? after->row.fact : none;
  const auto born = static_cast<std::uint64_t>(std::max<std::int64_t>(more_entities, 0));
  const auto gone = static_cast<std::uint64_t>(std::max<std::int64_t>(-more_entities, 0));
  const auto documents = changed(moment, counts->documents, before ? 1 : 0, after ? 1 : 0);
  const auto entities = changed(moment, counts->entities, gone, born);
  const auto claims = changed(moment, counts->claims, less.claims, more.claims);
  const auto stances = changed(moment, counts->stances, less.stances, more.stances);
  for (const auto* count : {&documents, &entities, &claims, &stances}) {
    if (!*count) return fail(count->error());
  }
  return Counts{counts->generation + 1, *documents, *entities, *claims, *stances};
}

}  // namespace

Result<Change> plan_change(const Moment& moment, const std::optional<StoredDocument>& before,
                           const std::optional<StoredDocument>& after) {
  if (before && after) {
    if (auto status = check_document_name(*before, *after); !status) return fail(std::move(status.error()));
  }
  Change change;
  if (after) change.put = rows_of(*after);
  if (before) {
    for (Row& row : rows_of(*before)) {
      const auto same = std::lower_bound(change.put.begin(), change.put.end(), row.at,
                                         [](const Row& put, const RowKey& at) { return put.at < at; });
      if (same == change.put.end() || same->at != row.at) change.removed.push_back(std::move(row.at));
    }
  }
  const auto more_entities = change_entities(moment, before, after, change);
  if (!more_entities) return fail(more_entities.error());
  const auto counts = new_counts(moment, before, after, *more_entities);
  if (!counts) return fail(counts.error());
  change.put.push_back({{Family::meta, std::string(kCountsKey)}, encode_counts(*counts)});
  return change;
}

}  // namespace claimgraph::store
