#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "claimgraph/base/utf8.h"
#include "claimgraph/query/query.h"

#include "query/each.h"
#include "query/entity_groups.h"
#include "query/fact_filter.h"
#include "query/fact_reader.h"
#include "query/fact_rows.h"
#include "query/hits.h"
#include "query/resolve.h"
#include "query/words.h"

namespace claimgraph::query {
namespace {

// What `about` asks for.
struct Topic {
  std::vector<kg::EntityId> entities;
  std::string words;             // folded
  std::optional<Error> unknown;  // when no entity is called so
};

bool concerns(const Topic& topic, const kg::ClaimFact& claim) {
  const auto wanted = [&](kg::EntityId id) {
    return std::find(topic.entities.begin(), topic.entities.end(), id) != topic.entities.end();
  };
  return std::any_of(claim.about.begin(), claim.about.end(), wanted) || says(fold(claim.content), topic.words);
}

// A name that several share stands for all of them here: the words decide anyway.
Result<Topic> topic_of(const store::Snapshot& snapshot, const EntityGroups& groups, std::string_view about) {
  Topic out{.words = fold(about)};
  const auto found = candidates(snapshot, groups, about);
  if (!found) return fail(found.error());
  for (const GroupId group : *found) {
    const auto ids = groups.ids(group);
    out.entities.insert(out.entities.end(), ids.begin(), ids.end());
  }
  if (found->empty()) out.unknown = unknown_name(groups, about);
  return out;
}

// The names of a ClaimQuery, resolved.
struct Plan {
  std::optional<std::vector<kg::EntityId>> sources;
  std::optional<Topic> topic;
};

Result<Plan> plan_of(const store::Snapshot& snapshot, const ClaimQuery& query) {
  Plan out;
  if (query.by.empty() && query.about.empty()) return out;
  const auto groups = EntityGroups::load(snapshot);
  if (!groups) return fail(groups.error());
  if (!query.by.empty()) {
    const auto group = resolve_group(snapshot, *groups, query.by);
    if (!group) return fail(group.error());
    out.sources = groups->ids(*group);
  }
  if (!query.about.empty()) {
    auto topic = topic_of(snapshot, *groups, query.about);
    if (!topic) return fail(topic.error());
    out.topic = std::move(*topic);
  }
  return out;
}

// Sources are read by their index. A topic alone needs all claims: words have none.
Status each_planned(const store::Snapshot& snapshot, const Plan& plan,
                    const std::function<bool(const kg::ClaimFact&)>& visit) {
  if (!plan.sources) return snapshot.claims(visit);
  bool stopped = false;
  for (const kg::EntityId source : *plan.sources) {
    const Status read = snapshot.claims_by_source(source, [&](const kg::ClaimFact& claim) {
      stopped = !visit(claim);
      return !stopped;
    });
    if (!read || stopped) return read;
  }
  return {};
}

}  // namespace

Result<Rows<ClaimRow>> claims(const store::Snapshot& snapshot, const ClaimQuery& query) {
  const auto filter = FactFilter::make(query.filter);
  if (!filter) return fail(filter.error());
  const auto plan = plan_of(snapshot, query);
  if (!plan) return fail(plan.error());
  FactReader reader(snapshot);
  std::vector<Hit> hits;
  bool spoken_of = false;
  const auto collect = [&](const kg::ClaimFact& claim) -> Status {
    if (plan->topic && !concerns(*plan->topic, claim)) return {};
    spoken_of = true;
    const auto passes = reader.passes(*filter, claim);
    if (!passes) return fail(passes.error());
    if (*passes) hits.push_back({.id = claim.id, .document = *reader.document(claim.id.document)});
    return {};
  };
  const Status read =
      each<kg::ClaimFact>([&](const auto& visit) { return each_planned(snapshot, *plan, visit); }, collect);
  if (!read) return fail(read.error());
  if (plan->topic && plan->topic->unknown && !spoken_of) return fail(*plan->topic->unknown);
  Rows<ClaimRow> out{.total = newest_first(hits, query.limit)};
  for (const Hit& hit : hits) {
    auto row = claim_row(reader, hit.id);
    if (!row) return fail(row.error());
    out.rows.push_back(std::move(*row));
  }
  return out;
}

}  // namespace claimgraph::query
