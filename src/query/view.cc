#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "claimgraph/query/query.h"

#include "query/each.h"
#include "query/fact_filter.h"
#include "query/fact_reader.h"
#include "query/grouped_view.h"

namespace claimgraph::query {
namespace {

// What one fact adds to one edge.
struct Thread {
  GroupId from{};
  GroupId to{};
  graph::EdgeKind kind = graph::EdgeKind::claim;
  kg::FactId fact;
  double confidence = 0;
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
    auto vertices = number_vertices();
    const auto key = [&](const Thread& thread) {
      return std::tuple(vertex_of(thread.from), vertex_of(thread.to), thread.kind, thread.fact);
    };
    std::sort(threads_.begin(), threads_.end(), [&](const Thread& a, const Thread& b) { return key(a) < key(b); });
    // A claim about two entities that are one.
    threads_.erase(std::unique(threads_.begin(), threads_.end(),
                               [&](const Thread& a, const Thread& b) { return key(a) == key(b); }),
                   threads_.end());
    std::vector<graph::Edge> edges;
    for (const Thread& thread : threads_) {
      const graph::VertexId from = vertex_of(thread.from);
      const graph::VertexId to = vertex_of(thread.to);
      const bool same =
          !edges.empty() && edges.back().from == from && edges.back().to == to && edges.back().kind == thread.kind;
      if (!same) edges.push_back({.from = from, .to = to, .kind = thread.kind});
      ++edges.back().count;
      edges.back().weight += thread.confidence;
      edges.back().evidence.push_back(thread.fact);
    }
    return {std::move(vertices), std::move(edges)};
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

  void add(Thread thread, kg::EntityId from, kg::EntityId to) {
    const auto from_group = groups_.group_of(from);
    const auto to_group = groups_.group_of(to);
    if (!from_group || !to_group || *from_group == *to_group) return;
    thread.from = *from_group;
    thread.to = *to_group;
    threads_.push_back(thread);
  }

  // The groups that threads touch, by name, then by id: the order that ties between paths are broken in.
  std::vector<graph::Vertex> number_vertices() {
    std::vector<GroupId> touched;
    for (const Thread& thread : threads_) {
      touched.push_back(thread.from);
      touched.push_back(thread.to);
    }
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    std::sort(touched.begin(), touched.end(), [&](GroupId a, GroupId b) {
      const auto& x = groups_.head(a);
      const auto& y = groups_.head(b);
      return std::tie(x.name, x.id) < std::tie(y.name, y.id);
    });
    vertex_of_group_.resize(groups_.groups().size());
    std::vector<graph::Vertex> out;
    for (const GroupId id : touched) {
      vertex_of_group_[static_cast<std::size_t>(id)] = static_cast<graph::VertexId>(out.size());
      out.push_back({.entity = groups_.head(id).id, .name = groups_.head(id).name, .type = groups_.group(id).type});
    }
    return out;
  }

  graph::VertexId vertex_of(GroupId id) const { return vertex_of_group_[static_cast<std::size_t>(id)]; }

  const store::Snapshot& snapshot_;
  const EntityGroups& groups_;
  const FactFilter& filter_;
  FactReader reader_;
  std::vector<Thread> threads_;
  std::vector<graph::VertexId> vertex_of_group_;
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
