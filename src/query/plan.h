#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/store/store.h"

#include "query/fact_filter.h"
#include "query/names.h"
#include "query/phrases.h"

namespace claimgraph::query {

// What facts a question is after, its names resolved. Everything left out lets all through.
struct FactSearch {
  store::FactKind kind = store::FactKind::claim;
  Ids from;         // sources or actors
  Ids to;           // whom claims are about, or targets
  Phrases phrases;  // said in the content of a claim or the evidence of a stance
  std::optional<kg::Position> position = {};
  Ids according_to = {};
};

// Whether each fact is found once, or with both of its ends, a claim once for each it is about (and again for those
// that a user merged).
enum class Ends { ignored, wanted };

// How the facts of a search are found: the only place that chooses between indexes.
struct Plan {
  std::vector<store::IndexPlace> places;
  std::vector<std::vector<store::IndexPlace>> also;  // what is found has to stand in some place of each of these too
  store::Snapshot::Dates dates;
  bool repeats = false;      // a fact may stand in the places more than once
  bool reads_facts = false;  // what is found has to be read and looked at
  bool checks_ends = false;  // of what is read
};

// The index with the fewest facts of those that lead to all that is wanted: of the ends, both or the one that is given,
// and of each word. All are counted together, each as far as the smallest one goes; those that are not much larger are
// gone through as well, so that few facts have to be read. Words need the facts read, but for a single one. REQUIRES:
// with Ends::wanted, there are no phrases.
Result<Plan> plan_of(const store::Snapshot& snapshot, const FactSearch& search, const FactFilter& filter, Ends ends);

// "from and word 'levy'; reads facts": the places, and what is done beside.
std::string dump(const Plan& plan);

}  // namespace claimgraph::query
