#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/graph/discourse.h"
#include "claimgraph/graph/view.h"
#include "claimgraph/query/filter.h"
#include "claimgraph/query/page.h"
#include "claimgraph/query/rows.h"
#include "claimgraph/store/store.h"

namespace claimgraph::query {

// Who goes by several names is one entity here and one vertex of a view(), when the names are of one type (or of an
// unknown one) and
//   - are the same, not counting titles and "the": "Lavrov" and "Russian Foreign Minister Lavrov";
//   - are persons' with the same surname whose given names agree: "Sergey Lavrov", "Sergei V. Lavrov", "S. Lavrov";
//   - or one is a bare surname and only one person in the store bears it;
//   - or one is an alias of the other alone and shortens it: "EU" and "European Union"; what stands behind "of" does
//     not, "Tavora" is not "Bank of Tavora".
//
// The entities that a person means by `name`: those called so, else those with that alias; a bare surname means all
// who bear it. A full name comes first, then the one of most mentions. "Kremlin (place)" asks for the place only.
// Fails with `ambiguous` when they are not one (the hint lists them, in words that resolve() takes) or `not_found` (the
// hint lists the nearest names). O(names like it) when it succeeds, else O(entities).
Result<std::vector<kg::EntityId>> resolve(const store::Snapshot& snapshot, std::string_view name);

struct ClaimQuery {
  std::string by;  // empty: anybody
  // Empty: anything. It may be several entities' name, and then means all of them; when it is nobody's, claims whose
  // content says these words are found, or `not_found` when no claim of the store says them.
  std::string about;
  // Words and "phrases in quotation marks", all of which the content says, without regard to case and accents.
  std::string says = {};
  Filter filter;
  Page page;
};

struct StanceQuery {
  std::string actor;  // this and the next two: empty for any
  std::string target;
  std::string according_to;
  std::optional<kg::Position> position;
  std::string says = {};  // in its evidence, as in ClaimQuery
  Filter filter;
  Page page;
};

// The page of a list that was asked for, and how many rows the list has.
template <typename Row>
struct Rows {
  std::vector<Row> rows;
  std::size_t total = 0;
};

// Newest first, then by document and place in it.
Result<Rows<ClaimRow>> claims(const store::Snapshot& snapshot, const ClaimQuery& query);
Result<Rows<StanceRow>> stances(const store::Snapshot& snapshot, const StanceQuery& query);
// By mentions, most first; those whose name or an alias says the words of `name` when it is given. `not_found` when
// there are none.
Result<Rows<EntityRow>> entities(const store::Snapshot& snapshot, std::string_view name, const Page& page);
// A claim or stance by its id, in its paragraph or, when that is long, between the sentences next to it. Fails with
// `usage` when it is no id and `not_found` when there is no such fact.
Result<Context> show(const store::Snapshot& snapshot, std::string_view fact);

// The graph of what `filter` lets through: claims from their source to each entity they are about, stances from actor
// to target. The article's own voice is nobody's vertex, and nobody has an edge to himself. Entities that resolve()
// takes together are one vertex, which has the id and name of the first of them. Vertices are in the order of their
// names, edges in that of their ends and kinds.
Result<graph::View> view(const store::Snapshot& snapshot, const Filter& filter);

struct PathQuery {
  std::string from;
  std::string to;
  graph::PathOptions options;
  Filter filter;
};

// The edges of each path in walking order; none when there is no path. Fails with `usage` when both names are one
// entity.
Result<Rows<EdgeRow>> path(const store::Snapshot& snapshot, const PathQuery& query);

struct NeighbourQuery {
  std::string name;
  std::vector<graph::EdgeKind> kinds;  // empty: all
  Filter filter;
  Page page;
};

// The edges at an entity, strongest first.
Result<Rows<EdgeRow>> neighbours(const store::Snapshot& snapshot, const NeighbourQuery& query);
// All who support or oppose anybody or are supported or opposed, by cluster, the most stable first, then by name.
// The clusters of two and more; who stands alone is left out.
Result<Rows<ClusterRow>> clusters(const store::Snapshot& snapshot, const Filter& filter,
                                  const graph::ClusterOptions& options);
// The components of two and more, the largest first, in each by name: who is linked at all, by facts of any kind and
// over any number of others. Their stability is 1.
Result<Rows<ClusterRow>> components(const store::Snapshot& snapshot, const Filter& filter);

// Who stands with one entity, and how surely: those whom any search puts into one cluster with it, those with the
// largest share of searches first, then by name. None when it takes no side. Fails as resolve() does.
Result<Rows<CompanionRow>> companions(const store::Snapshot& snapshot, std::string_view name, const Filter& filter,
                                      const graph::ClusterOptions& options);

struct GraphQuery {
  Filter filter;
  std::string around;  // keep what is at most `hops` edges from this entity, and all edges among it; empty: everything
  std::uint32_t hops = 1;
  std::size_t most_edges = 0;               // keep the strongest; 0: all
  std::vector<graph::EdgeKind> kinds = {};  // empty: all
  // That discourse network, as network_view() draws it, instead of the claims and stances.
  std::optional<graph::NetworkOptions> network = {};
  graph::ClusterOptions clusters;
};

// What diagrams and graph files are made of.
struct GraphResult {
  graph::View view;
  graph::Clustering clusters;          // of the whole filtered graph, so that a part of it shows the same sides
  std::vector<EdgeEvidence> evidence;  // one place an edge of the view
  std::size_t edges_total = 0;         // before `most_edges`
};

Result<GraphResult> graph(const store::Snapshot& snapshot, const GraphQuery& query);

}  // namespace claimgraph::query
