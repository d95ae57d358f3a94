#include <optional>
#include <utility>
#include <vector>

#include "claimgraph/query/query.h"

#include "query/entity_groups.h"
#include "query/grouped_view.h"
#include "query/numbering.h"
#include "query/search.h"

namespace claimgraph::query {
namespace {

// What one fact adds to one edge, before its ends are numbered.
struct Uttered {
  GroupId from{};
  GroupId to{};
  const graph::Thread* thread = nullptr;
};

graph::EdgeKind kind_of(kg::Position position) {
  switch (position) {
    case kg::Position::support: return graph::EdgeKind::support;
    case kg::Position::oppose: return graph::EdgeKind::oppose;
    case kg::Position::neutral: return graph::EdgeKind::neutral;
  }
  return graph::EdgeKind::neutral;
}

// Reads what `search` finds as what it adds to edges.
Status read_uttered(FactReader& reader, const FactFilter& filter, const FactSearch& search, std::vector<Spoken>& out) {
  return each_found(reader, filter, search, Ends::wanted, [&](const store::FactNote& note) -> Status {
    if (!note.from || !note.to) return {};
    const auto kind = note.position ? kind_of(*note.position) : graph::EdgeKind::claim;
    out.push_back(
        {.from = *note.from, .to = *note.to, .thread = {.kind = kind, .fact = note.id, .confidence = note.confidence}});
    return {};
  });
}

}  // namespace

Result<std::vector<Spoken>> spoken(const store::Snapshot& snapshot, const Filter& filter, const Ids& from,
                                   const Ids& to) {
  const auto checked = FactFilter::make(filter);
  if (!checked) return fail(checked.error());
  FactReader reader(snapshot);
  std::vector<Spoken> out;
  for (const auto kind : {store::FactKind::claim, store::FactKind::stance}) {
    const Status read = read_uttered(reader, *checked, {.kind = kind, .from = from, .to = to}, out);
    if (!read) return fail(read.error());
  }
  return out;
}

graph::View woven(const Groups& groups, const std::vector<Spoken>& facts) {
  std::vector<Uttered> uttered;
  std::vector<GroupId> touched;
  uttered.reserve(facts.size());
  for (const Spoken& fact : facts) {
    const auto from = groups.group_of(fact.from);
    const auto to = groups.group_of(fact.to);
    if (!from || !to || *from == *to) continue;
    uttered.push_back({*from, *to, &fact.thread});
    touched.push_back(*from);
    touched.push_back(*to);
  }
  const Numbering numbering(groups, std::move(touched));
  std::vector<graph::Thread> threads;
  threads.reserve(uttered.size());
  for (const Uttered& each : uttered) {
    threads.push_back(*each.thread);
    threads.back().from = numbering.of(each.from);
    threads.back().to = numbering.of(each.to);
  }
  return graph::weave(numbering.vertices(), std::move(threads));
}

Result<graph::View> view_of(const store::Snapshot& snapshot, const Groups& groups, const Filter& filter) {
  const auto facts = spoken(snapshot, filter, {}, {});
  if (!facts) return fail(facts.error());
  return woven(groups, *facts);
}

std::optional<graph::VertexId> vertex_of(const graph::View& view, const Groups& groups, GroupId group) {
  return view.find(groups.head(group).id);
}

Result<graph::View> view(const store::Snapshot& snapshot, const Filter& filter) {
  const auto groups = EntityGroups::load(snapshot);
  if (!groups) return fail(groups.error());
  return view_of(snapshot, *groups, filter);
}

}  // namespace claimgraph::query
