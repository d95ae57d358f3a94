#pragma once

#include <functional>

#include "claimgraph/base/error.h"
#include "claimgraph/store/store.h"
#include "claimgraph/text/document.h"

namespace claimgraph::cli {

// A stored document as a reader gave it, but for the mentions that the input may have brought: those are not stored.
Result<text::Document> stored_document(const store::Snapshot& snapshot, const store::DocumentFact& fact);

// Gives every document of the store to `take`, by id.
Status each_stored_document(const store::Snapshot& snapshot, const std::function<void(text::Document)>& take);

}  // namespace claimgraph::cli
