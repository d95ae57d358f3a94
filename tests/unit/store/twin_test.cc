#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "claimgraph/base/utf8.h"
#include "claimgraph/kg/name.h"
#include "claimgraph/store/store.h"
#include "claimgraph/store/words.h"
#include "generated.h"
#include "indexed_facts.h"
#include "model/naive_store.h"
#include "store_folder.h"

namespace claimgraph::store {
namespace {

using naive::document_of;
using naive::entities_of;
using naive::facts_where;
using naive::Kept;
using naive::named;
using naive::note_of;
using naive::notes_of;
using naive::summary_of;
using Twin = naive::Documents;
using Index = IndexPlace::Index;

constexpr int kDocuments = 8;
constexpr int kSteps = 150;

template <typename Value, typename Visit>
std::vector<Value> all_of(const Visit& visit) {
  std::vector<Value> out;
  const auto status = visit([&](const Value& value) {
    out.push_back(value);
    return true;
  });
  CHECK_MESSAGE(status.has_value(), (status ? "" : dump(status.error())));
  return out;
}

void check_documents(const Snapshot& snapshot, const Twin& twin) {
  std::vector<DocumentFact> want;
  for (const auto& [id, kept] : twin) {
    want.push_back(document_of(id, kept));
    CHECK(snapshot.document(id).value() == want.back());
    CHECK(snapshot.text(id).value() == kept.extraction.source.text);
  }
  const bool same = all_of<DocumentFact>([&](const auto& visit) { return snapshot.documents(visit); }) == want;
  CHECK(same);
}

void check_entities(const Snapshot& snapshot, const Twin& twin) {
  std::vector<EntitySummary> want;
  for (const kg::EntityId id : entities_of(twin)) {
    want.push_back(summary_of(twin, id).value());
    CHECK(snapshot.entity(id).value() == want.back());
  }
  const bool same = all_of<EntitySummary>([&](const auto& visit) { return snapshot.entities(visit); }) == want;
  CHECK(same);
  for (const std::string name : {"ana véla", "TARN", "the  Minister", "port fees", "Å", "A", "", "nobody"}) {
    CAPTURE(name);
    CHECK(snapshot.entities_named(name).value() == named(twin, name));
  }
}

// Entities found by the words of their names, and by their last word.
void check_names(const Snapshot& snapshot, const Twin& twin) {
  for (const std::string text : {"vela", "ana VELA", "ports union", "of", "", "nobody"}) {
    const auto wanted = indexed_words(text);
    std::vector<EntitySummary> want;
    for (const kg::EntityId id : entities_of(twin)) {
      const auto summary = summary_of(twin, id).value();
      std::vector<std::string> words = indexed_words(summary.name);
      for (const auto& alias : summary.aliases) {
        const auto more = indexed_words(alias);
        words.insert(words.end(), more.begin(), more.end());
      }
      std::sort(words.begin(), words.end());
      if (std::includes(words.begin(), words.end(), wanted.begin(), wanted.end())) want.push_back(summary);
    }
    const bool same =
        all_of<EntitySummary>([&](const auto& visit) { return snapshot.entities_with_words(text, visit); }) == want;
    CHECK(same);
  }
  for (const std::string key : {"vela", "tarn", "ports", "port", "a", ""}) {
    std::vector<NameNote> want;
    for (const kg::EntityId id : entities_of(twin)) {
      const auto summary = summary_of(twin, id).value();
      CHECK(snapshot.entity_name(id).value() == summary.name);
      if (kg::last_word_key(summary.name) == key) {
        want.push_back({.id = id, .folded = fold(summary.name), .type = summary.type});
      }
    }
    const bool same =
        all_of<NameNote>([&](const auto& visit) { return snapshot.entities_of_last_word(key, visit); }) == want;
    CHECK(same);
  }
}

void check_notes(const Snapshot& snapshot, const Twin& twin, Generator& generator) {
  const auto entities = entities_of(twin);
  const std::vector<kg::EntityId> ids(entities.begin(), entities.end());
  if (ids.empty()) return;
  for (int i = 0; i < 30; ++i) {
    const IndexPlace place{.index = static_cast<Index>(generator.number(5)),
                           .from = ids[generator.number(ids.size())],
                           .to = ids[generator.number(ids.size())],
                           .text = generator.chance(2) ? "en/denies" : "a"};
    Snapshot::Dates dates;
    if (generator.chance(2)) dates.from = kg::parse_date("2025").value();
    if (generator.chance(2)) dates.to = kg::parse_date("2025-03-02").value();
    const bool same = all_of<FactNote>([&](const auto& visit) {
                        return snapshot.notes(FactKind::claim, place, dates, visit);
                      }) == notes_of(twin, place, dates);
    CHECK(same);
  }
  std::vector<FactNote> stances;
  const auto add = [&](const FactNote& note) {
    stances.push_back(note);
    return true;
  };
  CHECK(snapshot.notes(FactKind::stance, {.index = Index::all_rules}, {}, add).has_value());
  for (FactNote& note : stances) CHECK(note == note_of(twin, snapshot.stance(note.id).value().value()));
  stances.clear();
  CHECK(snapshot.notes(FactKind::stance, {.index = Index::all_pairs}, {}, add).has_value());
  for (FactNote& note : stances) {
    const auto stance = snapshot.stance(note.id).value().value();
    CHECK(note.from == stance.actor);
    CHECK(note.to == stance.target);
  }
}

void check_facts(const Snapshot& snapshot, const Twin& twin) {
  using kg::ClaimFact;
  using kg::StanceFact;
  const auto any = [](const auto&) { return true; };
  const auto claims = facts_where<ClaimFact>(twin, &kg::Facts::claims, any);
  const auto stances = facts_where<StanceFact>(twin, &kg::Facts::stances, any);
  CHECK(all_of<ClaimFact>([&](const auto& visit) { return snapshot.claims(visit); }) == claims);
  CHECK(all_of<StanceFact>([&](const auto& visit) { return snapshot.stances(visit); }) == stances);
  for (const ClaimFact& claim : claims) CHECK(snapshot.claim(claim.id).value() == claim);
  for (const StanceFact& stance : stances) CHECK(snapshot.stance(stance.id).value() == stance);
  for (const kg::EntityId id : entities_of(twin)) {
    const auto says = [&](const ClaimFact& claim) { return claim.source == id; };
    const auto of = [&](const ClaimFact& claim) {
      return std::find(claim.about.begin(), claim.about.end(), id) != claim.about.end();
    };
    const auto acts = [&](const StanceFact& stance) { return stance.actor == id; };
    const auto aims = [&](const StanceFact& stance) { return stance.target == id; };
    CHECK(facts_at<ClaimFact>(snapshot, {.index = Index::from, .from = id}).value() ==
          facts_where<ClaimFact>(twin, &kg::Facts::claims, says));
    CHECK(facts_at<ClaimFact>(snapshot, {.index = Index::to, .to = id}).value() ==
          facts_where<ClaimFact>(twin, &kg::Facts::claims, of));
    CHECK(facts_at<StanceFact>(snapshot, {.index = Index::from, .from = id}).value() ==
          facts_where<StanceFact>(twin, &kg::Facts::stances, acts));
    CHECK(facts_at<StanceFact>(snapshot, {.index = Index::to, .to = id}).value() ==
          facts_where<StanceFact>(twin, &kg::Facts::stances, aims));
  }
}

// What is found by two entities, by rule, by words and by date.
void check_other_indexes(const Snapshot& snapshot, const Twin& twin) {
  using kg::ClaimFact;
  using kg::StanceFact;
  const auto entities = entities_of(twin);
  for (const kg::EntityId a : entities) {
    for (const kg::EntityId b : entities) {
      const auto says = [&](const ClaimFact& claim) {
        return claim.source == a && std::find(claim.about.begin(), claim.about.end(), b) != claim.about.end();
      };
      const auto acts = [&](const StanceFact& stance) { return stance.actor == a && stance.target == b; };
      const IndexPlace pair{.index = Index::pair, .from = a, .to = b};
      CHECK(facts_at<ClaimFact>(snapshot, pair).value() == facts_where<ClaimFact>(twin, &kg::Facts::claims, says));
      CHECK(facts_at<StanceFact>(snapshot, pair).value() == facts_where<StanceFact>(twin, &kg::Facts::stances, acts));
    }
  }
  for (const std::string rule : {"en/said-that", "en/denies", "", "en/none"}) {
    const auto has_rule = [&](const auto& fact) { return fact.rule == rule; };
    const IndexPlace place{.index = Index::rule, .text = rule};
    CHECK(facts_at<ClaimFact>(snapshot, place).value() == facts_where<ClaimFact>(twin, &kg::Facts::claims, has_rule));
    CHECK(facts_at<StanceFact>(snapshot, place).value() ==
          facts_where<StanceFact>(twin, &kg::Facts::stances, has_rule));
  }
  for (const std::string word : {"a", "y", "\xC3\xA9", "A", "b a", "nothing"}) {
    const auto has_word = [&](const ClaimFact& claim) {
      const auto words = indexed_words(claim.content);
      return std::find(words.begin(), words.end(), word) != words.end();
    };
    CHECK(facts_at<ClaimFact>(snapshot, {.index = Index::word, .text = word}).value() ==
          facts_where<ClaimFact>(twin, &kg::Facts::claims, has_word));
  }
}

void check_dates(const Snapshot& snapshot, const Twin& twin) {
  using Dated = std::pair<std::string, kg::DocumentId>;
  std::vector<Dated> want;
  for (const auto& [id, kept] : twin) {
    const std::string& day = kept.extraction.source.published;
    if (day >= "2025" && day.substr(0, 7) <= "2025-03") want.emplace_back(day, id);
  }
  std::sort(want.begin(), want.end());
  std::vector<Dated> got;
  const auto read = snapshot.documents_by_date("2025", "2025-03", [&](const DocumentFact& document) {
    got.emplace_back(document.published, document.id);
    return true;
  });
  CHECK(read.has_value());
  const bool same = got == want;
  CHECK(same);
}

void check_stats(const Snapshot& snapshot, const Twin& twin) {
  Stats want{.documents = twin.size(), .entities = entities_of(twin).size()};
  std::set<std::string> days;
  for (const auto& [id, kept] : twin) {
    want.claims += kept.facts.claims.size();
    want.stances += kept.facts.stances.size();
    if (!kept.extraction.source.published.empty()) days.insert(kept.extraction.source.published);
  }
  const Stats got = snapshot.stats().value();
  CHECK(got.format_version == kFormatVersion);
  CHECK(got.documents == want.documents);
  CHECK(got.entities == want.entities);
  CHECK(got.claims == want.claims);
  CHECK(got.stances == want.stances);
  CHECK(got.first_published == (days.empty() ? "" : *days.begin()));
  CHECK(got.last_published == (days.empty() ? "" : *days.rbegin()));
  CHECK(got.disk_bytes > 0);
}

void check_absent(const Snapshot& snapshot, const Twin& twin) {
  for (int i = 0; i < kDocuments; ++i) {
    const kg::DocumentId id = kg::document_id(fmt::format("a/{}", i));
    if (twin.contains(id)) continue;
    CHECK(snapshot.document(id).value() == std::nullopt);
    CHECK(snapshot.claim({id, 0}).value() == std::nullopt);
    CHECK(snapshot.stance({id, 0}).value() == std::nullopt);
    CHECK(snapshot.text(id).error().code == ErrorCode::not_found);
  }
  CHECK(snapshot.entity(kg::entity_id(kg::EntityType::person, "Nobody")).value() == std::nullopt);
}

void check_all(const Snapshot& snapshot, const Twin& twin) {
  check_documents(snapshot, twin);
  check_entities(snapshot, twin);
  check_names(snapshot, twin);
  Generator generator(11);
  check_notes(snapshot, twin, generator);
  check_facts(snapshot, twin);
  check_other_indexes(snapshot, twin);
  check_dates(snapshot, twin);
  check_stats(snapshot, twin);
  check_absent(snapshot, twin);
}

// One random change of both; the same must come of it.
void step(Generator& generator, Store& store, Twin& twin) {
  const std::string name = fmt::format("a/{}", generator.number(kDocuments));
  const kg::DocumentId id = kg::document_id(name);
  if (generator.chance(4)) {
    CHECK(store.remove(name).value() == twin.contains(id));
    twin.erase(id);
    CHECK(store.fingerprint_of(name).value() == std::nullopt);
    return;
  }
  Kept kept{.extraction = generator.extraction(name), .fingerprint = generator.bytes(8)};
  if (twin.contains(id) && generator.chance(4)) kept = twin[id];  // the very same again
  kept.facts = kg::facts_of(kept.extraction);
  const auto status = store.put(kept.extraction, kept.fingerprint);
  REQUIRE_MESSAGE(status.has_value(), (status ? "" : dump(status.error())));
  CHECK(store.fingerprint_of(name).value() == kept.fingerprint);
  twin[id] = std::move(kept);
}

TEST_CASE("store: agrees with a map of documents under random changes, also after opening again") {
  const StoreFolder folder;
  Twin twin;
  Generator generator(7);
  std::optional<Snapshot> earlier;
  Twin earlier_twin;
  for (int run = 0; run < 3; ++run) {
    Store store = folder.write();
    check_all(store.snapshot(), twin);
    for (int i = 0; i < kSteps / 3; ++i) {
      step(generator, store, twin);
      if (i % 10 == 0) check_all(store.snapshot(), twin);
      if (i == 20) earlier.emplace(store.snapshot());
      if (i == 20) earlier_twin = twin;
    }
    check_all(*earlier, earlier_twin);  // what came after it does not show
    check_all(store.snapshot(), twin);
    CHECK(store.snapshot().verify()->faults == std::vector<std::string>());
    earlier.reset();
  }
  check_all(folder.read().snapshot(), twin);
}

}  // namespace
}  // namespace claimgraph::store
