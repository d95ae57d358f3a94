#pragma once

#include <functional>
#include <string>
#include <unordered_map>

#include "claimgraph/base/error.h"
#include "claimgraph/kg/fact.h"
#include "claimgraph/query/rows.h"
#include "claimgraph/store/store.h"

#include "query/fact_filter.h"

namespace claimgraph::query {

// Facts with the documents and names they refer to; each document and name is read once. A reference into nothing is
// `corruption`. Borrows the snapshot. Thread-compatible.
class FactReader {
 public:
  explicit FactReader(const store::Snapshot& snapshot) : snapshot_(snapshot) {}

  // They live as long as this reader.
  Result<const DocumentRef*> document(kg::DocumentId id);
  Result<const std::string*> name(kg::EntityId id);
  Result<kg::ClaimFact> claim(kg::FactId id) const;
  Result<kg::StanceFact> stance(kg::FactId id) const;

  // Whether `filter` lets the fact through, its publisher with it. REQUIRES: one reader is asked with one filter.
  Result<bool> passes(const FactFilter& filter, const store::FactNote& note);
  const store::Snapshot& snapshot() const { return snapshot_; }

 private:
  const store::Snapshot& snapshot_;
  std::unordered_map<kg::DocumentId, DocumentRef> documents_;
  std::unordered_map<kg::EntityId, std::string> names_;
  std::unordered_map<kg::DocumentId, bool> published_by_;  // one whom the filter asks for
};

}  // namespace claimgraph::query
