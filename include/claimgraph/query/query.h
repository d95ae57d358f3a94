#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/graph/view.h"
#include "claimgraph/query/filter.h"
#include "claimgraph/query/rows.h"
#include "claimgraph/store/store.h"

namespace claimgraph::query {

// The entities that a person means by `name`: those of that name or alias; several that share it are taken together
// when their names do not contradict one another ("Lavrov", "Sergey Lavrov", "Russian Foreign Minister Sergey Lavrov"),
// with the one of most mentions first. Fails with `ambiguous` (the hint lists the candidates) or `not_found` (the hint
// lists the nearest names).
Result<std::vector<kg::EntityId>> resolve(const store::Snapshot& snapshot, std::string_view name);

struct ClaimQuery {
  std::string by;     // empty: anybody
  std::string about;  // empty: anything; also found where the content says the words
  Filter filter;
  std::size_t limit = 0;  // 0: all
};

struct StanceQuery {
  std::string actor;
  std::string target;
  std::string according_to;
  std::optional<kg::Position> position;
  Filter filter;
  std::size_t limit = 0;
};

// A list and how many rows there are without the limit.
template <typename Row>
struct Rows {
  std::vector<Row> rows;
  std::size_t total = 0;
};

// Newest first, then by document and place in it.
Result<Rows<ClaimRow>> claims(const store::Snapshot& snapshot, const ClaimQuery& query);
Result<Rows<StanceRow>> stances(const store::Snapshot& snapshot, const StanceQuery& query);
// By mentions, most first; those whose name, alias or words match `name` when it is given.
Result<Rows<EntityRow>> entities(const store::Snapshot& snapshot, std::string_view name, std::size_t limit);
// A claim or stance by its id, in its paragraph.
Result<Context> show(const store::Snapshot& snapshot, std::string_view fact);

// The graph of what `filter` lets through. Entities that share a name are one vertex where resolve() takes them
// together.
Result<graph::View> view(const store::Snapshot& snapshot, const Filter& filter);

struct PathQuery {
  std::string from;
  std::string to;
  graph::PathOptions options;
  Filter filter;
};

Result<Rows<EdgeRow>> path(const store::Snapshot& snapshot, const PathQuery& query);
Result<Rows<EdgeRow>> neighbours(const store::Snapshot& snapshot, std::string_view name, const Filter& filter,
                                 std::size_t limit);
Result<Rows<ClusterRow>> clusters(const store::Snapshot& snapshot, const Filter& filter,
                                  const graph::ClusterOptions& options);

struct GraphQuery {
  Filter filter;
  std::string around;  // keep what is at most `hops` edges from this entity; empty: everything
  std::uint32_t hops = 1;
  std::size_t most_edges = 0;               // keep the strongest; 0: all
  std::vector<graph::EdgeKind> kinds = {};  // empty: all
  graph::ClusterOptions clusters;
};

// What diagrams and graph files are made of.
struct GraphResult {
  graph::View view;
  graph::Clustering clusters;  // of the whole filtered graph, so that a pruned picture shows the same sides
  // One place an edge of the view:
  std::vector<std::string> quotes;       // of the strongest evidence
  std::vector<std::string> first_dates;  // earliest and latest publication date, or empty
  std::vector<std::string> last_dates;
  std::size_t edges_total = 0;  // before `most_edges`
};

Result<GraphResult> graph(const store::Snapshot& snapshot, const GraphQuery& query);

}  // namespace claimgraph::query
