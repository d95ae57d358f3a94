#include "claimgraph/query/contradictions.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "query/fact_rows.h"
#include "query/search.h"

namespace claimgraph::query {
namespace {

// The stances of one sign from one to another.
struct Side {
  std::uint64_t count = 0;
  Hit best;
  double confidence = 0;
};

struct Sides {
  GroupId actor{};
  GroupId target{};
  Side support;
  Side oppose;

  std::uint64_t rarer() const { return std::min(support.count, oppose.count); }
};

bool is_older(const Hit& a, const Hit& b) {
  // Undated ones last.
  return std::tuple(a.document->published.empty(), std::string_view(a.document->published), a.id) <
         std::tuple(b.document->published.empty(), std::string_view(b.document->published), b.id);
}

void add(Side& side, const kg::StanceFact& stance, const DocumentRef& document) {
  const Hit hit{.id = stance.id, .document = &document};
  const bool better = side.count == 0 || stance.confidence > side.confidence ||
                      (stance.confidence == side.confidence && is_older(hit, side.best));
  ++side.count;
  if (!better) return;
  side.best = hit;
  side.confidence = stance.confidence;
}

// Of all pairs with stances of both signs.
Result<std::vector<Sides>> torn_pairs(FactReader& reader, const FactFilter& filter, const EntityGroups& groups,
                                      Search<kg::StanceFact> search) {
  std::map<std::pair<GroupId, GroupId>, Sides> pairs;
  const Status read =
      each_found(reader, filter, search, [&](const kg::StanceFact& stance, const DocumentRef& document) {
        if (!stance.actor || stance.position == kg::Position::neutral) return;
        const auto actor = groups.group_of(*stance.actor);
        const auto target = groups.group_of(stance.target);
        if (!actor || !target) return;
        Sides& sides = pairs[{*actor, *target}];
        sides.actor = *actor;
        sides.target = *target;
        add(stance.position == kg::Position::support ? sides.support : sides.oppose, stance, document);
      });
  if (!read) return fail(read.error());
  std::vector<Sides> out;
  for (auto& [ends, sides] : pairs) {
    if (sides.rarer() > 0) out.push_back(std::move(sides));
  }
  return out;
}

Result<ContradictionRow> row_of(FactReader& reader, const EntityGroups& groups, const Sides& sides) {
  const bool support_first = is_older(sides.support.best, sides.oppose.best);
  auto earlier = stance_row(reader, (support_first ? sides.support : sides.oppose).best.id);
  if (!earlier) return fail(earlier.error());
  auto later = stance_row(reader, (support_first ? sides.oppose : sides.support).best.id);
  if (!later) return fail(later.error());
  return ContradictionRow{.actor = groups.head(sides.actor).name,
                          .target = groups.head(sides.target).name,
                          .supports = sides.support.count,
                          .opposes = sides.oppose.count,
                          .earlier = std::move(*earlier),
                          .later = std::move(*later)};
}

}  // namespace

Result<Rows<ContradictionRow>> contradictions(const store::Snapshot& snapshot, const ContradictionQuery& query) {
  const auto filter = FactFilter::make(query.filter);
  if (!filter) return fail(filter.error());
  Names names(snapshot);
  const auto groups = names.groups();
  if (!groups) return fail(groups.error());
  const auto actors = names.ids(query.actor);
  if (!actors) return fail(actors.error());
  const auto targets = names.ids(query.target);
  if (!targets) return fail(targets.error());
  FactReader reader(snapshot);
  auto torn = torn_pairs(reader, *filter, **groups, stances_of(snapshot, {.actors = *actors, .targets = *targets}));
  if (!torn) return fail(torn.error());
  const auto key = [&](const Sides& sides) {
    return std::tuple(~sides.rarer(), std::string_view((**groups).head(sides.actor).name),
                      std::string_view((**groups).head(sides.target).name), sides.actor, sides.target);
  };
  std::sort(torn->begin(), torn->end(), [&](const Sides& a, const Sides& b) { return key(a) < key(b); });
  Rows<ContradictionRow> out{.total = torn->size()};
  cut_to(query.page, *torn);
  for (const Sides& sides : *torn) {
    auto row = row_of(reader, **groups, sides);
    if (!row) return fail(row.error());
    out.rows.push_back(std::move(*row));
  }
  return out;
}

}  // namespace claimgraph::query
