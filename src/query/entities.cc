#include <algorithm>
#include <utility>
#include <vector>

#include "claimgraph/base/utf8.h"
#include "claimgraph/query/query.h"

#include "query/each.h"
#include "query/entity_groups.h"
#include "query/hits.h"
#include "query/resolve.h"
#include "query/words.h"

namespace claimgraph::query {
namespace {

bool is_called(const store::EntitySummary& entity, const std::string& words) {
  return says(fold(entity.name), words) || std::any_of(entity.aliases.begin(), entity.aliases.end(),
                                                       [&](const auto& alias) { return says(fold(alias), words); });
}

template <typename Fact, typename Read>
Status count(std::uint64_t& facts, const Read& read) {
  return each<Fact>(read, [&](const Fact&) -> Status {
    ++facts;
    return {};
  });
}

Result<EntityRow> row_of(const store::Snapshot& snapshot, store::EntitySummary entity) {
  const kg::EntityId id = entity.id;
  EntityRow out{.entity = std::move(entity)};
  const Status counted[] = {
      count<kg::ClaimFact>(out.claims_made, [&](const auto& visit) { return snapshot.claims_by_source(id, visit); }),
      count<kg::ClaimFact>(out.claims_about, [&](const auto& visit) { return snapshot.claims_about(id, visit); }),
      count<kg::StanceFact>(out.stances_held, [&](const auto& visit) { return snapshot.stances_by_actor(id, visit); }),
      count<kg::StanceFact>(out.stances_toward, [&](const auto& visit) { return snapshot.stances_toward(id, visit); })};
  for (const Status& read : counted) {
    if (!read) return fail(read.error());
  }
  return out;
}

// What unknown_name() says, which needs all entities.
Error not_found(const store::Snapshot& snapshot, std::string_view name) {
  const auto groups = EntityGroups::load(snapshot);
  return groups ? unknown_name(*groups, name) : groups.error();
}

}  // namespace

Result<Rows<EntityRow>> entities(const store::Snapshot& snapshot, std::string_view name, const Page& page) {
  const std::string words = fold(name);
  std::vector<store::EntitySummary> found;
  const Status read = snapshot.entities([&](const store::EntitySummary& entity) {
    if (name.empty() || is_called(entity, words)) found.push_back(entity);
    return true;
  });
  if (!read) return fail(read.error());
  if (found.empty() && !name.empty()) return fail(not_found(snapshot, name));
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::tie(b.mentions, a.name, a.type, a.id) < std::tie(a.mentions, b.name, b.type, b.id);
  });
  Rows<EntityRow> out{.total = found.size()};
  cut_to(page, found);
  for (auto& entity : found) {
    auto row = row_of(snapshot, std::move(entity));
    if (!row) return fail(row.error());
    out.rows.push_back(std::move(*row));
  }
  return out;
}

}  // namespace claimgraph::query
