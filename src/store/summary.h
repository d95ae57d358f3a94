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
  // What a document says of an entity that is told of as this one: its name is an alias here. It counts as a document
  // of its own.
  void add_other(const EntityRow& row);
  // For what was added of documents that speak of several entities that are one.
  void count_documents(std::uint64_t distinct) { summary_.documents = distinct; }
  // The sum of all rows that were added. REQUIRES: add() was called.
  EntitySummary summary() const;

 private:
  void count(const EntityRow& row);

  EntitySummary summary_;                       // without its name and aliases
  std::map<std::string, std::uint64_t> names_;  // with the number of documents
  std::set<std::string> aliases_;
};

}  // namespace claimgraph::store
