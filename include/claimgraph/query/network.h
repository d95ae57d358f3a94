#pragma once

#include <cstdint>
#include <string>

#include "claimgraph/base/error.h"
#include "claimgraph/graph/discourse.h"
#include "claimgraph/graph/view.h"
#include "claimgraph/query/filter.h"
#include "claimgraph/query/page.h"
#include "claimgraph/query/query.h"
#include "claimgraph/store/store.h"

namespace claimgraph::query {

struct NetworkQuery {
  graph::NetworkOptions options;
  Filter filter;
  Page page;
};

// Two actors, or an actor and a target.
struct TieRow {
  std::string from;
  std::string to;
  double weight = 0;
  std::uint64_t agreements = 0;  // before normalisation: congruence, or times for
  std::uint64_t conflicts = 0;   // conflict, or times against
};

// The network of all stances that the filter lets through, but for neutral ones and the article's own voice. The
// largest weights first, whatever their sign, then by names. Fails with `usage` when the normalisation is none for the
// mode.
Result<Rows<TieRow>> network(const store::Snapshot& snapshot, const NetworkQuery& query);

// The same as a graph: a tie is an edge of support when its weight is above 0 and of opposition when it is a conflict
// or below 0, with the size of the weight; ties of 0 and whom no tie touches are left out. Edges have no evidence.
Result<graph::View> network_view(const store::Snapshot& snapshot, const Filter& filter,
                                 const graph::NetworkOptions& options);

}  // namespace claimgraph::query
