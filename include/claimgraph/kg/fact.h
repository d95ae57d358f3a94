#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/kg/extraction.h"

// Facts: what an extraction says, in ids that hold across documents.
namespace claimgraph::kg {

// Hashes of what they name, so that stores built apart agree on them.
enum class DocumentId : std::uint64_t {};
enum class EntityId : std::uint64_t {};

// XXH3 of the document's id.
DocumentId document_id(std::string_view id);
// XXH3 of the type's spelling, a zero byte and fold(name).
EntityId entity_id(EntityType type, std::string_view name);

// A claim or a stance: its document and its place in the extraction, from 0.
struct FactId {
  DocumentId document{};
  std::uint32_t index = 0;

  friend auto operator<=>(const FactId&, const FactId&) = default;
};

// "c:<16 hexadecimal digits>:<number from 1>" with 'c' for a claim, 's' for a stance.
std::string dump_claim_id(FactId id);
std::string dump_stance_id(FactId id);
// What an id names. The inverse of the two above.
struct ParsedFactId {
  bool is_claim = false;
  FactId id;
};
std::optional<ParsedFactId> parse_fact_id(std::string_view text);

// What one document says of one entity.
struct EntityFact {
  EntityId id{};
  std::string name;
  EntityType type = EntityType::other;
  std::vector<std::string> aliases;  // sorted, distinct
  std::vector<Mention> mentions;

  friend bool operator==(const EntityFact&, const EntityFact&) = default;
};

// A claim with the bytes that show it.
struct ClaimFact {
  FactId id;
  std::optional<EntityId> source;
  std::vector<EntityId> about;
  std::optional<FactId> within;
  Form form = Form::indirect;
  Polarity polarity = Polarity::positive;
  Certainty certainty = Certainty::certain;
  double confidence = 0;
  std::string rule;
  std::vector<Span> source_spans;
  std::vector<Span> cue_spans;
  std::vector<Span> content_spans;
  std::string cue;      // the text of cue_spans, parts apart by " … "
  std::string content;  // the text of content_spans, likewise

  friend bool operator==(const ClaimFact&, const ClaimFact&) = default;
};

struct StanceFact {
  FactId id;
  std::optional<EntityId> actor;
  Position position = Position::neutral;
  EntityId target{};
  std::optional<EntityId> according_to;
  std::optional<FactId> claim;
  double confidence = 0;
  std::string rule;
  std::vector<Span> evidence_spans;
  std::string evidence;  // the text of evidence_spans, parts apart by " … "

  friend bool operator==(const StanceFact&, const StanceFact&) = default;
};

// An extraction in global ids. Entities of one document with the same type and folded name are one.
struct Facts {
  std::vector<EntityFact> entities;  // by id
  std::vector<ClaimFact> claims;     // by index
  std::vector<StanceFact> stances;   // by index

  friend bool operator==(const Facts&, const Facts&) = default;
};

// Confidences are kept in steps of a ten-thousandth.
inline constexpr double kConfidenceSteps = 10'000;
// The closest number that a record can say.
double rounded_confidence(double confidence);

// REQUIRES: the spans of `extraction` lie inside its text.
Facts facts_of(const Extraction& extraction);

// An extraction that facts_of() makes `facts` of; its entities are in the order of their ids.
// REQUIRES: facts_of() made `facts` of an extraction with that source.
Extraction extraction_of(Source source, const Facts& facts);

}  // namespace claimgraph::kg
