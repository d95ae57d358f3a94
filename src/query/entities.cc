#include <algorithm>
#include <utility>
#include <vector>

#include "claimgraph/base/utf8.h"
#include "claimgraph/query/query.h"

#include "query/hits.h"
#include "query/names.h"
#include "query/words.h"

namespace claimgraph::query {
namespace {

bool is_called(const store::EntitySummary& entity, const std::string& words) {
  return says(fold(entity.name), words) || std::any_of(entity.aliases.begin(), entity.aliases.end(),
                                                       [&](const auto& alias) { return says(fold(alias), words); });
}

EntityRow row_of(store::EntitySummary entity) {
  const store::FactCounts facts = entity.facts;
  return {.entity = std::move(entity),
          .claims_made = facts.claims_made,
          .claims_about = facts.claims_about,
          .stances_held = facts.stances_held,
          .stances_toward = facts.stances_toward};
}

}  // namespace

Result<Rows<EntityRow>> entities(const store::Snapshot& snapshot, std::string_view name, const Page& page) {
  const std::string words = fold(name);
  std::vector<store::EntitySummary> found;
  const Status read = snapshot.entities_with_words(name, [&](const store::EntitySummary& entity) {
    if (name.empty() || is_called(entity, words)) found.push_back(entity);
    return true;
  });
  if (!read) return fail(read.error());
  if (found.empty() && !name.empty()) return fail(Names(snapshot).unknown(name));
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::tie(b.mentions, a.name, a.type, a.id) < std::tie(a.mentions, b.name, b.type, b.id);
  });
  Rows<EntityRow> out{.total = found.size()};
  cut_to(page, found);
  for (auto& entity : found) out.rows.push_back(row_of(std::move(entity)));
  return out;
}

}  // namespace claimgraph::query
