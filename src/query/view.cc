#include <optional>
#include <utility>
#include <vector>

#include "claimgraph/query/query.h"

#include "query/each.h"
#include "query/fact_filter.h"
#include "query/fact_reader.h"
#include "query/grouped_view.h"
#include "query/numbering.h"

namespace claimgraph::query {
namespace {

// What one fact adds to one edge, before its ends are numbered.
struct Uttered {
  GroupId from{};
  GroupId to{};
  graph::Thread thread;
};

graph::EdgeKind kind_of(kg::Position position) {
  switch (position) {
    case kg::Position::support: return graph::EdgeKind::support;
    case kg::Position::oppose: return graph::EdgeKind::oppose;
    case kg::Position::neutral: return graph::EdgeKind::neutral;
  }
  return graph::EdgeKind::neutral;
}

class Weaver {
 public:
  Weaver(const store::Snapshot& snapshot, const EntityGroups& groups, const FactFilter& filter)
      : snapshot_(snapshot), groups_(groups), filter_(filter), reader_(snapshot) {}

  Status read() {
    const Status claims = each<kg::ClaimFact>([&](const auto& visit) { return snapshot_.claims(visit); },
                                              [&](const kg::ClaimFact& claim) { return add(claim); });
    if (!claims) return claims;
    return each<kg::StanceFact>([&](const auto& visit) { return snapshot_.stances(visit); },
                                [&](const kg::StanceFact& stance) { return add(stance); });
  }

  graph::View weave() {
    std::vector<GroupId> touched;
    for (const Uttered& fact : facts_) {
      touched.push_back(fact.from);
      touched.push_back(fact.to);
    }
    const Numbering numbering(groups_, std::move(touched));
    std::vector<graph::Thread> threads;
    threads.reserve(facts_.size());
    for (const Uttered& fact : facts_) {
      threads.push_back(fact.thread);
      threads.back().from = numbering.of(fact.from);
      threads.back().to = numbering.of(fact.to);
    }
    return graph::weave(numbering.vertices(), std::move(threads));
  }

 private:
  Status add(const kg::ClaimFact& claim) {
    if (!claim.source || claim.about.empty()) return {};
    const auto passes = reader_.passes(filter_, claim);
    if (!passes) return fail(passes.error());
    if (!*passes) return {};
    for (const kg::EntityId about : claim.about) {
      add({.kind = graph::EdgeKind::claim, .fact = claim.id, .confidence = claim.confidence}, *claim.source, about);
    }
    return {};
  }

  Status add(const kg::StanceFact& stance) {
    if (!stance.actor) return {};
    const auto passes = reader_.passes(filter_, stance);
    if (!passes) return fail(passes.error());
    if (!*passes) return {};
    add({.kind = kind_of(stance.position), .fact = stance.id, .confidence = stance.confidence}, *stance.actor,
        stance.target);
    return {};
  }

  void add(const graph::Thread& thread, kg::EntityId from, kg::EntityId to) {
    const auto from_group = groups_.group_of(from);
    const auto to_group = groups_.group_of(to);
    if (!from_group || !to_group || *from_group == *to_group) return;
    facts_.push_back({.from = *from_group, .to = *to_group, .thread = thread});
  }

  const store::Snapshot& snapshot_;
  const EntityGroups& groups_;
  const FactFilter& filter_;
  FactReader reader_;
  std::vector<Uttered> facts_;
};

}  // namespace

Result<graph::View> view_of(const store::Snapshot& snapshot, const EntityGroups& groups, const Filter& filter) {
  const auto checked = FactFilter::make(filter);
  if (!checked) return fail(checked.error());
  Weaver weaver(snapshot, groups, *checked);
  const Status read = weaver.read();
  if (!read) return fail(read.error());
  return weaver.weave();
}

std::optional<graph::VertexId> vertex_of(const graph::View& view, const EntityGroups& groups, GroupId group) {
  return view.find(groups.head(group).id);
}

Result<graph::View> view(const store::Snapshot& snapshot, const Filter& filter) {
  const auto groups = EntityGroups::load(snapshot);
  if (!groups) return fail(groups.error());
  return view_of(snapshot, *groups, filter);
}

}  // namespace claimgraph::query
