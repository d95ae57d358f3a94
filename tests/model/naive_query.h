#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "claimgraph/kg/fact.h"
#include "claimgraph/query/comparison.h"
#include "claimgraph/query/contradictions.h"
#include "claimgraph/query/query.h"
#include "claimgraph/query/timeline.h"
#include "claimgraph/store/store.h"

// Every question answered by going through all facts, without an index and without a plan. Names are looked up in the
// groups of all entities. An answer is a text: how many rows there are, and the page of them, a line each; or an error.
namespace claimgraph::query::naive {

// All that a snapshot holds.
struct Corpus {
  explicit Corpus(const store::Snapshot& of);

  const store::Snapshot& snapshot;
  std::vector<store::DocumentFact> documents;  // by id
  std::vector<kg::ClaimFact> claims;
  std::vector<kg::StanceFact> stances;
  std::vector<store::EntitySummary> entities;
};

std::string claims(const Corpus& corpus, const ClaimQuery& query);
std::string stances(const Corpus& corpus, const StanceQuery& query);
std::string entities(const Corpus& corpus, const std::string& name, const Page& page);
std::string neighbours(const Corpus& corpus, const NeighbourQuery& query);
std::string timeline(const Corpus& corpus, const TimelineQuery& query);
std::string contradictions(const Corpus& corpus, const ContradictionQuery& query);
std::string compare(const Corpus& corpus, const std::string& subject, const Filter& filter);

// The answers of the library in the same words.
std::string shown(const Result<Rows<ClaimRow>>& answer);
std::string shown(const Result<Rows<StanceRow>>& answer);
std::string shown(const Result<Rows<EntityRow>>& answer);
std::string shown(const Result<Rows<EdgeRow>>& answer);
std::string shown(const Result<Rows<TimelineRow>>& answer);
std::string shown(const Result<Rows<ContradictionRow>>& answer);
std::string shown(const Result<Rows<ComparisonRow>>& answer);

}  // namespace claimgraph::query::naive
