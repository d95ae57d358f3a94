#pragma once

#include <map>
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

kg::Date date_of(const StoredDocument& document);

// All rows that exist because of `document` alone, by key. The only function that knows which rows these are: what is
// written, what is deleted and what a check expects cannot differ.
std::vector<Row> rows_of(const StoredDocument& document);

// The same of what all documents together say of an entity: its sum and its aliases with the number of documents.
// REQUIRES: it has a name.
std::vector<Row> rows_of(kg::EntityId id, const EntitySum& sum, const std::map<std::string, std::uint64_t>& aliases);
// Those of them that a name or alias alone makes; another one may make the same.
std::vector<Row> rows_of_spelling(kg::EntityId entity, std::string_view spelling);

}  // namespace claimgraph::store
