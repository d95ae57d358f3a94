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
  return std::tuple(a.published == kg::kNoDate, a.published, a.id) <
         std::tuple(b.published == kg::kNoDate, b.published, b.id);
}

void add(Side& side, const store::FactNote& stance) {
  const Hit hit{.id = stance.id, .published = stance.published};
  const bool better = side.count == 0 || stance.confidence > side.confidence ||
                      (stance.confidence == side.confidence && is_older(hit, side.best));
  ++side.count;
  if (!better) return;
  side.best = hit;
  side.confidence = stance.confidence;
}

// The stances for and against with an actor.
Result<std::vector<store::FactNote>> signed_stances(FactReader& reader, const FactFilter& filter,
                                                    const FactSearch& search) {
  std::vector<store::FactNote> out;
  const Status read = each_found(reader, filter, search, Ends::wanted, [&](const store::FactNote& stance) -> Status {
    if (stance.from && stance.to && stance.position != kg::Position::neutral) out.push_back(stance);
    return {};
  });
  if (!read) return fail(read.error());
  return out;
}

// Whose groups have to be known.
std::vector<kg::EntityId> ends_of(const std::vector<store::FactNote>& stances) {
  std::vector<kg::EntityId> out;
  for (const auto& stance : stances) {
    out.push_back(*stance.from);
    out.push_back(*stance.to);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// Of all pairs with stances of both signs.
std::vector<Sides> torn_pairs(const Groups& groups, const std::vector<store::FactNote>& stances) {
  std::map<std::pair<GroupId, GroupId>, Sides> pairs;
  for (const store::FactNote& stance : stances) {
    const auto actor = groups.group_of(*stance.from);
    const auto target = groups.group_of(*stance.to);
    if (!actor || !target) continue;
    Sides& sides = pairs[{*actor, *target}];
    sides.actor = *actor;
    sides.target = *target;
    add(stance.position == kg::Position::support ? sides.support : sides.oppose, stance);
  }
  std::vector<Sides> out;
  for (auto& [ends, sides] : pairs) {
    if (sides.rarer() > 0) out.push_back(std::move(sides));
  }
  return out;
}

Result<ContradictionRow> row_of(FactReader& reader, const Groups& groups, const Sides& sides) {
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
  const auto parties = names.parties(query.actor, query.target);
  if (!parties) return fail(parties.error());
  FactReader reader(snapshot);
  const auto stances =
      signed_stances(reader, *filter, {.kind = store::FactKind::stance, .from = parties->from, .to = parties->to});
  if (!stances) return fail(stances.error());
  const auto groups = names.groups_of(ends_of(*stances));
  if (!groups) return fail(groups.error());
  auto torn = torn_pairs(**groups, *stances);
  const auto key = [&](const Sides& sides) {
    const auto& actor = (**groups).head(sides.actor);
    const auto& target = (**groups).head(sides.target);
    return std::tuple(~sides.rarer(), std::string_view(actor.name), std::string_view(target.name), actor.id, target.id);
  };
  std::sort(torn.begin(), torn.end(), [&](const Sides& a, const Sides& b) { return key(a) < key(b); });
  Rows<ContradictionRow> out{.total = torn.size()};
  cut_to(query.page, torn);
  for (const Sides& sides : torn) {
    auto row = row_of(reader, **groups, sides);
    if (!row) return fail(row.error());
    out.rows.push_back(std::move(*row));
  }
  return out;
}

}  // namespace claimgraph::query
