#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "claimgraph/base/utf8.h"
#include "claimgraph/query/query.h"

#include "query/fact_rows.h"
#include "query/phrases.h"
#include "query/resolve.h"
#include "query/search.h"
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

// A ClaimQuery with its names resolved.
struct Plan {
  Ids sources;
  std::optional<Topic> topic;
  Phrases phrases;
};

Result<Plan> plan_of(const store::Snapshot& snapshot, const ClaimQuery& query) {
  auto phrases = Phrases::parse(query.says);
  if (!phrases) return fail(phrases.error());
  Names names(snapshot);
  auto sources = names.ids(query.by);
  if (!sources) return fail(sources.error());
  Plan out{.sources = std::move(*sources), .phrases = std::move(*phrases)};
  if (query.about.empty()) return out;
  const auto groups = names.groups();
  if (!groups) return fail(groups.error());
  auto topic = topic_of(snapshot, **groups, query.about);
  if (!topic) return fail(topic.error());
  out.topic = std::move(*topic);
  return out;
}

}  // namespace

Result<Rows<ClaimRow>> claims(const store::Snapshot& snapshot, const ClaimQuery& query) {
  const auto filter = FactFilter::make(query.filter);
  if (!filter) return fail(filter.error());
  const auto plan = plan_of(snapshot, query);
  if (!plan) return fail(plan.error());
  FactReader reader(snapshot);
  bool spoken_of = false;
  // A topic alone needs all claims: it may be in their words.
  auto search = claims_of(snapshot, {.actors = plan->sources});
  search.wanted = [&](const kg::ClaimFact& claim) {
    if (plan->topic && !concerns(*plan->topic, claim)) return false;
    spoken_of = true;
    return plan->phrases.said_in(claim.content);
  };
  auto out = rows_found(reader, *filter, search, query.page, claim_row);
  if (out && plan->topic && plan->topic->unknown && !spoken_of) return fail(*plan->topic->unknown);
  return out;
}

}  // namespace claimgraph::query
