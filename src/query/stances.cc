#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "claimgraph/query/query.h"

#include "query/each.h"
#include "query/entity_groups.h"
#include "query/fact_filter.h"
#include "query/fact_reader.h"
#include "query/fact_rows.h"
#include "query/hits.h"
#include "query/resolve.h"

namespace claimgraph::query {
namespace {

using Ids = std::optional<std::vector<kg::EntityId>>;  // nothing: anybody

// The names of a StanceQuery, resolved.
struct Plan {
  Ids actors;
  Ids targets;
  Ids according_to;
  std::optional<kg::Position> position;
};

Result<Plan> plan_of(const store::Snapshot& snapshot, const StanceQuery& query) {
  Plan out{.position = query.position};
  if (query.actor.empty() && query.target.empty() && query.according_to.empty()) return out;
  const auto groups = EntityGroups::load(snapshot);
  if (!groups) return fail(groups.error());
  const auto resolve_into = [&](const std::string& name, Ids& ids) -> Status {
    if (name.empty()) return {};
    const auto group = resolve_group(snapshot, *groups, name);
    if (!group) return fail(group.error());
    ids = groups->ids(*group);
    return {};
  };
  for (const Status& resolved : {resolve_into(query.actor, out.actors), resolve_into(query.target, out.targets),
                                 resolve_into(query.according_to, out.according_to)}) {
    if (!resolved) return fail(resolved.error());
  }
  return out;
}

bool allows(const Ids& wanted, const std::optional<kg::EntityId>& id) {
  return !wanted || (id && std::find(wanted->begin(), wanted->end(), *id) != wanted->end());
}

bool concerns(const Plan& plan, const kg::StanceFact& stance) {
  if (plan.position && stance.position != *plan.position) return false;
  return allows(plan.actors, stance.actor) && allows(plan.targets, stance.target) &&
         allows(plan.according_to, stance.according_to);
}

// By the index of the actors, else of the targets, else all.
Status each_planned(const store::Snapshot& snapshot, const Plan& plan,
                    const std::function<bool(const kg::StanceFact&)>& visit) {
  if (!plan.actors && !plan.targets) return snapshot.stances(visit);
  bool stopped = false;
  const auto stop_or_visit = [&](const kg::StanceFact& stance) {
    stopped = !visit(stance);
    return !stopped;
  };
  for (const kg::EntityId id : plan.actors ? *plan.actors : *plan.targets) {
    const Status read =
        plan.actors ? snapshot.stances_by_actor(id, stop_or_visit) : snapshot.stances_toward(id, stop_or_visit);
    if (!read || stopped) return read;
  }
  return {};
}

}  // namespace

Result<Rows<StanceRow>> stances(const store::Snapshot& snapshot, const StanceQuery& query) {
  const auto filter = FactFilter::make(query.filter);
  if (!filter) return fail(filter.error());
  const auto plan = plan_of(snapshot, query);
  if (!plan) return fail(plan.error());
  FactReader reader(snapshot);
  std::vector<Hit> hits;
  const auto collect = [&](const kg::StanceFact& stance) -> Status {
    if (!concerns(*plan, stance)) return {};
    const auto passes = reader.passes(*filter, stance);
    if (!passes) return fail(passes.error());
    if (*passes) hits.push_back({.id = stance.id, .document = *reader.document(stance.id.document)});
    return {};
  };
  const Status read =
      each<kg::StanceFact>([&](const auto& visit) { return each_planned(snapshot, *plan, visit); }, collect);
  if (!read) return fail(read.error());
  Rows<StanceRow> out{.total = newest_first(hits, query.limit)};
  for (const Hit& hit : hits) {
    auto row = stance_row(reader, hit.id);
    if (!row) return fail(row.error());
    out.rows.push_back(std::move(*row));
  }
  return out;
}

}  // namespace claimgraph::query
