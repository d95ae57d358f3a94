#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/kg/date.h"
#include "claimgraph/kg/fact.h"
#include "store/db.h"
#include "store/values.h"

// What documents say of one entity, added up.
namespace claimgraph::store {

using AliasCounts = std::map<std::string, std::uint64_t>;  // how many documents call it so

struct EntityTally {
  kg::EntityId id{};
  EntitySum sum;
  AliasCounts aliases;
};

void add_date(EntitySum& sum, kg::Date date);
// What one document says; its aliases are left to the second.
void add(EntitySum& sum, const kg::EntityFact& entity, kg::Date date);
void add(EntityTally& tally, const kg::EntityFact& entity, kg::Date date);

// Which parts the entities of a document have in its facts.
std::map<kg::EntityId, FactCounts> count_facts(const kg::Facts& facts);
void add(FactCounts& counts, const FactCounts& more);
// Whether `less` was in `counts`, and no longer is.
bool subtract(FactCounts& counts, const FactCounts& less);

// Where the spelling is in the sum, or would be.
std::vector<std::pair<std::string, std::uint64_t>>::iterator place_of_name(EntitySum& sum, const std::string& name);

// Of the rows of its documents, but for facts; no documents when none speaks of it. O(documents).
Result<EntityTally> tally_of(const Moment& moment, kg::EntityId id);
// As they are stored.
Result<AliasCounts> load_aliases_of(const Moment& moment, kg::EntityId id);

}  // namespace claimgraph::store
