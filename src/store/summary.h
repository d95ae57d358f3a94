#pragma once

#include <map>
#include <set>
#include <string>

#include "claimgraph/store/store.h"
#include "store/values.h"

namespace claimgraph::store {

// Adds up what documents say of one entity. Thread-compatible.
class SummaryBuilder {
 public:
  explicit SummaryBuilder(kg::EntityId id) { summary_.id = id; }
  void add(const EntityRow& row);
  // The sum of all rows that were added. REQUIRES: there was one.
  EntitySummary summary() const;

 private:
  EntitySummary summary_;                       // without its name and aliases
  std::map<std::string, std::uint64_t> names_;  // with the number of documents
  std::set<std::string> aliases_;
};

}  // namespace claimgraph::store
