#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/kg/date.h"
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

// What all documents say of one entity; its aliases stand in rows of their own.
struct EntitySum {
  kg::EntityType type = kg::EntityType::other;
  std::uint64_t documents = 0;
  std::uint64_t mentions = 0;
  kg::Date first = kg::kNoDate;  // of the dates that are known
  kg::Date last = kg::kNoDate;
  FactCounts facts;
  std::vector<std::pair<std::string, std::uint64_t>> names;  // by spelling, with the number of documents, above 0

  friend bool operator==(const EntitySum&, const EntitySum&) = default;
};

// The value of a row of `last_words`.
struct FoldedName {
  kg::EntityType type = kg::EntityType::other;
  std::string folded;

  friend bool operator==(const FoldedName&, const FoldedName&) = default;
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
std::string encode_sum(const EntitySum& sum);
std::string encode_alias(std::uint64_t documents);
std::string encode_folded_name(const FoldedName& name);
std::string encode_claim(const kg::ClaimFact& claim);
std::string encode_stance(const kg::StanceFact& stance);
std::string encode_link(const kg::Link& link);
// Without what its key says: the fact, its date, and all ends but, with `with_from`, the first.
std::string encode_note(const FactNote& note, bool with_from);

Result<std::uint32_t> decode_format_version(std::string_view bytes);
Result<Counts> decode_counts(std::string_view bytes);
Result<DocumentRow> decode_document(kg::DocumentId id, std::string_view bytes);
Result<std::string> decode_text(std::string_view bytes);
Result<EntityRow> decode_entity(kg::EntityId id, std::string_view bytes);
Result<EntitySum> decode_sum(std::string_view bytes);
Result<std::uint64_t> decode_alias(std::string_view bytes);
Result<FoldedName> decode_folded_name(std::string_view bytes);
Result<kg::ClaimFact> decode_claim(kg::FactId id, std::string_view bytes);
Result<kg::StanceFact> decode_stance(kg::FactId id, std::string_view bytes);
Result<kg::Link> decode_link(std::string_view bytes);
// The parts that encode_note() wrote.
Result<FactNote> decode_note(std::string_view bytes);

}  // namespace claimgraph::store
