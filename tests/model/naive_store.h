#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "claimgraph/kg/extraction.h"
#include "claimgraph/kg/fact.h"
#include "claimgraph/store/store.h"

// The slow twin of a store: a map of documents, from which every answer is computed by going through all of them.
namespace claimgraph::store::naive {

struct Kept {
  kg::Extraction extraction;
  std::string fingerprint;
  kg::Facts facts;
};
using Documents = std::map<kg::DocumentId, Kept>;

DocumentFact document_of(kg::DocumentId id, const Kept& kept);
std::set<kg::EntityId> entities_of(const Documents& documents);
std::optional<EntitySummary> summary_of(const Documents& documents, kg::EntityId id);
// Entities one of whose names or aliases has the key of `name`, by id.
std::vector<kg::EntityId> named(const Documents& documents, const std::string& name);

template <typename Fact>
std::vector<Fact> facts_where(const Documents& documents, std::vector<Fact> kg::Facts::*list, const auto& fits) {
  std::vector<Fact> out;
  for (const auto& [id, kept] : documents) {
    for (const Fact& fact : kept.facts.*list) {
      if (fits(fact)) out.push_back(fact);
    }
  }
  return out;
}

// What indexes say of a fact beside its ends.
FactNote note_of(const Documents& documents, const kg::ClaimFact& claim);
FactNote note_of(const Documents& documents, const kg::StanceFact& stance);
// What an index of claims has in one place, in order.
std::vector<FactNote> notes_of(const Documents& documents, const IndexPlace& place, const Snapshot::Dates& dates);

}  // namespace claimgraph::store::naive
