#include "claimgraph/kg/fact.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <xxhash.h>

#include "claimgraph/base/utf8.h"

namespace claimgraph::kg {
namespace {

constexpr std::string_view kPartsApart = " … ";
constexpr std::size_t kDocumentDigits = 16;

// Entities by id; type and folded name after it keep two apart whose hashes are the same by accident.
using EntityKey = std::tuple<EntityId, EntityType, std::string>;

EntityKey key_of(const Entity& entity) { return {entity_id(entity.type, entity.name), entity.type, fold(entity.name)}; }

// The text under `spans`.
std::string quoted(std::string_view text, const std::vector<Span>& spans) {
  std::string out;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (i != 0) out += kPartsApart;
    out += text.substr(spans[i].begin, spans[i].size());
  }
  return out;
}

// Another spelling of `into`'s entity in the same document.
void merge(EntityFact& into, const Entity& entity) {
  into.mentions.insert(into.mentions.end(), entity.mentions.begin(), entity.mentions.end());
  into.aliases.insert(into.aliases.end(), entity.aliases.begin(), entity.aliases.end());
  if (entity.name != into.name) into.aliases.push_back(entity.name);
}

void sort_distinct(std::vector<std::string>& strings) {
  std::sort(strings.begin(), strings.end());
  strings.erase(std::unique(strings.begin(), strings.end()), strings.end());
}

std::vector<EntityFact> entity_facts(const std::vector<Entity>& entities) {
  std::map<EntityKey, EntityFact> by_key;
  for (const Entity& entity : entities) {
    EntityKey key = key_of(entity);
    const EntityFact named{.id = std::get<EntityId>(key), .name = entity.name, .type = entity.type};
    merge(by_key.try_emplace(std::move(key), named).first->second, entity);
  }
  std::vector<EntityFact> out;
  out.reserve(by_key.size());
  for (auto& [key, fact] : by_key) {
    std::erase(fact.aliases, fact.name);
    sort_distinct(fact.aliases);
    out.push_back(std::move(fact));
  }
  return out;
}

// Turns the places of one extraction into ids.
class Globals {
 public:
  explicit Globals(const Extraction& extraction) : document_(document_id(extraction.source.id)) {
    ids_.reserve(extraction.entities.size());
    for (const Entity& entity : extraction.entities) ids_.push_back(entity_id(entity.type, entity.name));
  }

  EntityId of(EntityIndex entity) const { return ids_[static_cast<std::size_t>(entity)]; }
  FactId of(ClaimIndex claim) const { return {document_, static_cast<std::uint32_t>(claim)}; }
  FactId fact(std::size_t index) const { return {document_, static_cast<std::uint32_t>(index)}; }

  template <typename Index>
  auto of(const std::optional<Index>& index) const {
    return index ? std::optional(of(*index)) : std::nullopt;
  }

  // Without repetitions, which there are when two of `entities` are one.
  std::vector<EntityId> of(const std::vector<EntityIndex>& entities) const {
    std::vector<EntityId> out;
    for (const EntityIndex entity : entities) {
      if (std::find(out.begin(), out.end(), of(entity)) == out.end()) out.push_back(of(entity));
    }
    return out;
  }

 private:
  DocumentId document_;
  std::vector<EntityId> ids_;
};

ClaimFact claim_fact(const Claim& claim, FactId id, const Globals& globals, std::string_view text) {
  return {.id = id,
          .source = globals.of(claim.source),
          .about = globals.of(claim.about),
          .within = globals.of(claim.within),
          .form = claim.form,
          .polarity = claim.polarity,
          .certainty = claim.certainty,
          .confidence = rounded_confidence(claim.confidence),
          .rule = claim.rule,
          .source_spans = claim.source_spans,
          .cue_spans = claim.cue_spans,
          .content_spans = claim.content_spans,
          .cue = quoted(text, claim.cue_spans),
          .content = quoted(text, claim.content_spans)};
}

StanceFact stance_fact(const Stance& stance, FactId id, const Globals& globals, std::string_view text) {
  return {.id = id,
          .actor = globals.of(stance.actor),
          .position = stance.position,
          .target = globals.of(stance.target),
          .according_to = globals.of(stance.according_to),
          .claim = globals.of(stance.claim),
          .confidence = rounded_confidence(stance.confidence),
          .rule = stance.rule,
          .evidence_spans = stance.evidence_spans,
          .evidence = quoted(text, stance.evidence_spans)};
}

// Turns ids into places of one extraction; the inverse of Globals.
class Places {
 public:
  explicit Places(const std::vector<EntityFact>& entities) : entities_(entities) {}

  EntityIndex of(EntityId id) const {
    const auto at = std::lower_bound(entities_.begin(), entities_.end(), id,
                                     [](const EntityFact& entity, EntityId wanted) { return entity.id < wanted; });
    return EntityIndex{static_cast<std::uint32_t>(at - entities_.begin())};
  }
  ClaimIndex of(FactId id) const { return ClaimIndex{id.index}; }

  template <typename Id>
  auto of(const std::optional<Id>& id) const {
    return id ? std::optional(of(*id)) : std::nullopt;
  }

 private:
  const std::vector<EntityFact>& entities_;
};

Claim claim_of(const ClaimFact& fact, const Places& places) {
  Claim out{.source = places.of(fact.source),
            .source_spans = fact.source_spans,
            .cue_spans = fact.cue_spans,
            .content_spans = fact.content_spans,
            .form = fact.form,
            .within = places.of(fact.within),
            .polarity = fact.polarity,
            .certainty = fact.certainty,
            .rule = fact.rule,
            .confidence = fact.confidence};
  for (const EntityId about : fact.about) out.about.push_back(places.of(about));
  return out;
}

Stance stance_of(const StanceFact& fact, const Places& places) {
  return {.actor = places.of(fact.actor),
          .position = fact.position,
          .target = places.of(fact.target),
          .according_to = places.of(fact.according_to),
          .claim = places.of(fact.claim),
          .evidence_spans = fact.evidence_spans,
          .rule = fact.rule,
          .confidence = fact.confidence};
}

std::string dump_id(char kind, FactId id) {
  return fmt::format("{}:{:016x}:{}", kind, static_cast<std::uint64_t>(id.document), std::uint64_t{id.index} + 1);
}

// The whole of `digits` as a number written the way dump_id() does: no sign, no upper case.
std::optional<std::uint64_t> parse_number(std::string_view digits, int base) {
  std::uint64_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value, base);
  const bool upper = std::any_of(digits.begin(), digits.end(), [](char c) { return c >= 'A' && c <= 'F'; });
  if (error != std::errc() || stop != end || upper) return std::nullopt;
  return value;
}

}  // namespace

DocumentId document_id(std::string_view id) { return DocumentId{XXH3_64bits(id.data(), id.size())}; }

EntityId entity_id(EntityType type, std::string_view name) {
  std::string hashed(spell(type));
  hashed.push_back('\0');
  hashed += fold(name);
  return EntityId{XXH3_64bits(hashed.data(), hashed.size())};
}

std::string dump_claim_id(FactId id) { return dump_id('c', id); }
std::string dump_stance_id(FactId id) { return dump_id('s', id); }

std::optional<ParsedFactId> parse_fact_id(std::string_view text) {
  const bool is_claim = text.starts_with("c:");
  if (!is_claim && !text.starts_with("s:")) return std::nullopt;
  text.remove_prefix(2);
  if (text.size() < kDocumentDigits + 2 || text[kDocumentDigits] != ':') return std::nullopt;
  const auto document = parse_number(text.substr(0, kDocumentDigits), 16);
  const auto number = parse_number(text.substr(kDocumentDigits + 1), 10);
  const bool leading_zero = text[kDocumentDigits + 1] == '0';
  if (!document || !number || leading_zero || *number > 0x1'0000'0000) return std::nullopt;
  return ParsedFactId{is_claim, {DocumentId{*document}, static_cast<std::uint32_t>(*number - 1)}};
}

double rounded_confidence(double confidence) { return std::round(confidence * kConfidenceSteps) / kConfidenceSteps; }

Facts facts_of(const Extraction& extraction) {
  const Globals globals(extraction);
  const std::string_view text = extraction.source.text;
  Facts out{.entities = entity_facts(extraction.entities)};
  for (std::size_t i = 0; i < extraction.claims.size(); ++i) {
    out.claims.push_back(claim_fact(extraction.claims[i], globals.fact(i), globals, text));
  }
  for (std::size_t i = 0; i < extraction.stances.size(); ++i) {
    out.stances.push_back(stance_fact(extraction.stances[i], globals.fact(i), globals, text));
  }
  return out;
}

Extraction extraction_of(Source source, const Facts& facts) {
  const Places places(facts.entities);
  Extraction out{.source = std::move(source)};
  for (const EntityFact& entity : facts.entities) {
    out.entities.push_back({entity.name, entity.type, entity.aliases, entity.mentions});
  }
  for (const ClaimFact& claim : facts.claims) out.claims.push_back(claim_of(claim, places));
  for (const StanceFact& stance : facts.stances) out.stances.push_back(stance_of(stance, places));
  return out;
}

}  // namespace claimgraph::kg
