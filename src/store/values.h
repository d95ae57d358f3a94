#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/kg/fact.h"
#include "claimgraph/kg/link.h"
#include "claimgraph/store/store.h"

// Values of the store (doc/FORMATS.md, section Store). A value starts with its version and never repeats its key, so
// that what is decoded takes its ids from there. Every encode_...() has one decode_...(), its inverse, which accepts
// exactly the bytes that the former can give and else fails with `corruption`, naming what is wrong and at which byte.
// DO NOT CHANGE without a new kFormatVersion: these bytes are on disk.
namespace claimgraph::store {

// A document and the entities it has rows of.
struct DocumentRow {
  DocumentFact fact;
  std::vector<kg::EntityId> entities;  // by id, distinct; as many as fact.entities

  friend bool operator==(const DocumentRow&, const DocumentRow&) = default;
};

// What one document says of one entity.
struct EntityRow {
  kg::EntityFact fact;    // aliases sorted and distinct
  std::string published;  // the document's date, so that an entity's first and last day need no other row

  friend bool operator==(const EntityRow&, const EntityRow&) = default;
};

// Sizes of the whole store, kept by every batch.
struct Counts {
  std::uint64_t generation = 0;  // batches written since the store was made
  std::uint64_t documents = 0;
  std::uint64_t entities = 0;  // distinct
  std::uint64_t claims = 0;
  std::uint64_t stances = 0;

  friend bool operator==(const Counts&, const Counts&) = default;
};

std::string encode_format_version(std::uint32_t version);
std::string encode_counts(const Counts& counts);
std::string encode_document(const DocumentRow& row);
std::string encode_text(std::string_view text);
std::string encode_entity(const EntityRow& row);
std::string encode_claim(const kg::ClaimFact& claim);
std::string encode_stance(const kg::StanceFact& stance);
std::string encode_link(const kg::Link& link);

Result<std::uint32_t> decode_format_version(std::string_view bytes);
Result<Counts> decode_counts(std::string_view bytes);
Result<DocumentRow> decode_document(kg::DocumentId id, std::string_view bytes);
Result<std::string> decode_text(std::string_view bytes);
Result<EntityRow> decode_entity(kg::EntityId id, std::string_view bytes);
Result<kg::ClaimFact> decode_claim(kg::FactId id, std::string_view bytes);
Result<kg::StanceFact> decode_stance(kg::FactId id, std::string_view bytes);
Result<kg::Link> decode_link(std::string_view bytes);

}  // namespace claimgraph::store
