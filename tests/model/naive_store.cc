#include "model/naive_store.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <tuple>

#include "claimgraph/kg/name.h"
#include "claimgraph/store/words.h"

namespace claimgraph::store::naive {

DocumentFact document_of(kg::DocumentId id, const Kept& kept) {
  const kg::Source& source = kept.extraction.source;
  return {.id = id,
          .name = source.id,
          .uri = source.uri,
          .title = source.title,
          .publisher = source.publisher,
          .author = source.author,
          .published = source.published,
          .language = source.language,
          .metadata = source.metadata,
          .fingerprint = kept.fingerprint,
          .entities = static_cast<std::uint32_t>(kept.facts.entities.size()),
          .claims = static_cast<std::uint32_t>(kept.facts.claims.size()),
          .stances = static_cast<std::uint32_t>(kept.facts.stances.size())};
}

std::optional<EntitySummary> summary_of(const Documents& documents, kg::EntityId id) {
  EntitySummary out{.id = id};
  std::map<std::string, int> names;
  std::set<std::string> spellings;
  std::set<std::string> days;
  for (const auto& [document, kept] : documents) {
    for (const kg::EntityFact& fact : kept.facts.entities) {
      if (fact.id != id) continue;
      out.type = fact.type;
      out.mentions += fact.mentions.size();
      ++out.documents;
      ++names[fact.name];
      spellings.insert(fact.name);
      spellings.insert(fact.aliases.begin(), fact.aliases.end());
      if (!kept.extraction.source.published.empty()) days.insert(kept.extraction.source.published);
    }
    for (const kg::ClaimFact& claim : kept.facts.claims) {
      if (claim.source == id) ++out.facts.claims_made;
      if (std::find(claim.about.begin(), claim.about.end(), id) != claim.about.end()) ++out.facts.claims_about;
    }
    for (const kg::StanceFact& stance : kept.facts.stances) {
      if (stance.actor == id) ++out.facts.stances_held;
      if (stance.target == id) ++out.facts.stances_toward;
    }
  }
  if (names.empty()) return std::nullopt;
  int most = 0;
  for (const auto& [name, count] : names) {
    if (count > most) out.name = name;
    most = std::max(most, count);
  }
  spellings.erase(out.name);
  out.aliases.assign(spellings.begin(), spellings.end());
  if (!days.empty()) {
    out.first_seen = *days.begin();
    out.last_seen = *days.rbegin();
  }
  return out;
}

std::set<kg::EntityId> entities_of(const Documents& documents) {
  std::set<kg::EntityId> out;
  for (const auto& [document, kept] : documents) {
    for (const kg::EntityFact& fact : kept.facts.entities) out.insert(fact.id);
  }
  return out;
}

std::vector<kg::EntityId> named(const Documents& documents, const std::string& name) {
  std::set<kg::EntityId> out;
  for (const auto& [document, kept] : documents) {
    for (const kg::EntityFact& fact : kept.facts.entities) {
      std::vector<std::string> names = fact.aliases;
      names.push_back(fact.name);
      for (const std::string& candidate : names) {
        if (kg::name_key(candidate) == kg::name_key(name)) out.insert(fact.id);
      }
    }
  }
  return {out.begin(), out.end()};
}

FactNote note_of(const Documents& documents, const kg::ClaimFact& claim) {
  return {.id = claim.id,
          .published = kg::parse_date(documents.at(claim.id.document).extraction.source.published).value(),
          .form = claim.form,
          .certainty = claim.certainty,
          .confidence = claim.confidence};
}
FactNote note_of(const Documents& documents, const kg::StanceFact& stance) {
  const Kept& kept = documents.at(stance.id.document);
  FactNote out{.id = stance.id,
               .published = kg::parse_date(kept.extraction.source.published).value(),
               .position = stance.position,
               .confidence = stance.confidence};
  if (stance.claim) {
    out.form = kept.facts.claims[stance.claim->index].form;
    out.certainty = kept.facts.claims[stance.claim->index].certainty;
  }
  return out;
}

std::vector<FactNote> notes_of(const Documents& documents, const IndexPlace& place, const Snapshot::Dates& dates) {
  using Index = IndexPlace::Index;
  std::vector<FactNote> out;
  const auto add = [&](FactNote note) {
    if (note.published >= dates.from && (!dates.to || note.published < *dates.to)) out.push_back(note);
  };
  for (const auto& [id, kept] : documents) {
    for (const kg::ClaimFact& claim : kept.facts.claims) {
      FactNote note = note_of(documents, claim);
      if (place.index == Index::all_rules) add(note);
      if (place.index == Index::rule && claim.rule == place.text) add(note);
      const auto words = indexed_words(claim.content);
      if (place.index == Index::word && std::find(words.begin(), words.end(), place.text) != words.end()) add(note);
      note.from = claim.source;
      if (place.index == Index::from && claim.source == place.from) add(note);
      for (const kg::EntityId about : claim.about) {
        note.to = about;
        if (place.index == Index::to && about == place.to) add(note);
        if (place.index == Index::pair && claim.source == place.from && about == place.to) add(note);
      }
    }
  }
  const auto key = [](const FactNote& note) { return std::tuple(note.published, note.id); };
  if (place.index != Index::all_rules) {
    std::sort(out.begin(), out.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  }
  return out;
}

}  // namespace claimgraph::store::naive
