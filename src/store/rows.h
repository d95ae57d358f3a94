#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/kg/extraction.h"
#include "claimgraph/kg/fact.h"
#include "store/db.h"
#include "store/values.h"

// A document as the store keeps it, and the rows that this makes.
namespace claimgraph::store {

struct StoredDocument {
  DocumentRow row;
  kg::Facts facts;
  std::string text;
};

// REQUIRES: check_extraction() passed.
StoredDocument stored_document(const kg::Extraction& extraction, std::string_view fingerprint);

// The document's row and facts as they are stored, without its text; nothing when it is not stored.
Result<std::optional<StoredDocument>> load_document(const Moment& moment, kg::DocumentId id);

// The same with its text. A document without one is `corruption`.
Result<std::optional<StoredDocument>> load_whole_document(const Moment& moment, kg::DocumentId id);

kg::Source source_of(const StoredDocument& document);

// All rows that exist because of `document`, by key. The only function that knows which rows these are: what is
// written, what is deleted and what a check expects cannot differ.
std::vector<Row> rows_of(const StoredDocument& document);

}  // namespace claimgraph::store
