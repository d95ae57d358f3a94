#include "claimgraph/kg/fact.h"

#include <doctest/doctest.h>

namespace claimgraph::kg {
namespace {

// "Vela" and "VELA" are one person; "Tarn" is a place and a person.
Extraction example() {
  Extraction e;
  e.source = {.id = "a/1", .text = "Vela said Tarn denied it. He backs Tarn."};
  e.entities = {
      {.name = "Vela", .type = EntityType::person, .aliases = {"VELA", "minister"}, .mentions = {{{0, 4}}}},
      {.name = "Tarn", .type = EntityType::place, .mentions = {{{10, 14}}, {{35, 39}}}},
      {.name = "VELA", .type = EntityType::person, .aliases = {"Ana", "Vela"}, .mentions = {{{26, 28}}}},
      {.name = "Tarn", .type = EntityType::person},
  };
  e.claims = {
      {.source = EntityIndex{0}, .cue_spans = {{5, 9}}, .content_spans = {{10, 24}, {26, 28}}, .confidence = 0.5},
      {.source = EntityIndex{1},
       .cue_spans = {{15, 21}},
       .content_spans = {{22, 24}},
       .form = Form::mixed,
       .within = ClaimIndex{0},
       .about = {EntityIndex{2}, EntityIndex{1}, EntityIndex{0}},
       .rule = "en/denies"},
  };
  e.stances = {
      {.actor = EntityIndex{2}, .target = EntityIndex{1}, .claim = ClaimIndex{1}, .evidence_spans = {{26, 40}}}};
  return e;
}

TEST_CASE("document_id, entity_id: fixed for good, since they are on disk") {
  CHECK(static_cast<std::uint64_t>(document_id("")) == 0x2d06800538d394c2);
  CHECK(static_cast<std::uint64_t>(document_id("https://example.org/1")) == 0x462b33646b1b13f4);
  CHECK(static_cast<std::uint64_t>(entity_id(EntityType::person, "Ana Vela")) == 0x8a19f981c1e9c4c5);
}

TEST_CASE("entity_id: type and folded name, and nothing else") {
  CHECK(entity_id(EntityType::person, "Ana  VÉLA ") == entity_id(EntityType::person, "ana vela"));
  CHECK(entity_id(EntityType::person, "Tarn") != entity_id(EntityType::place, "Tarn"));
  CHECK(entity_id(EntityType::person, "Tarn") != entity_id(EntityType::person, "Tarns"));
}

TEST_CASE("facts_of: entities of one type and folded name are one, by id") {
  const Facts facts = facts_of(example());
  REQUIRE(facts.entities.size() == 3);
  CHECK(facts.entities[0].id < facts.entities[1].id);
  CHECK(facts.entities[1].id < facts.entities[2].id);
  const EntityId vela = entity_id(EntityType::person, "Vela");
  for (const EntityFact& fact : facts.entities) {
    if (fact.id != vela) continue;
    CHECK(fact == EntityFact{.id = vela,
                             .name = "Vela",
                             .type = EntityType::person,
                             .aliases = {"Ana", "VELA", "minister"},
                             .mentions = {{{0, 4}}, {{26, 28}}}});
  }
}

TEST_CASE("facts_of: claims and stances in ids that hold across documents, with their words") {
  const Facts facts = facts_of(example());
  const DocumentId document = document_id("a/1");
  const EntityId vela = entity_id(EntityType::person, "Vela");
  const EntityId tarn = entity_id(EntityType::place, "Tarn");
  REQUIRE(facts.claims.size() == 2);
  CHECK(facts.claims[0].id == FactId{document, 0});
  CHECK(facts.claims[0].source == vela);
  CHECK(facts.claims[0].cue == "said");
  CHECK(facts.claims[0].content == "Tarn denied it … He");
  CHECK(facts.claims[0].within == std::nullopt);
  CHECK(facts.claims[1] == ClaimFact{.id = {document, 1},
                                     .source = tarn,
                                     .about = {vela, tarn},
                                     .within = FactId{document, 0},
                                     .form = Form::mixed,
                                     .rule = "en/denies",
                                     .cue_spans = {{15, 21}},
                                     .content_spans = {{22, 24}},
                                     .cue = "denied",
                                     .content = "it"});
  REQUIRE(facts.stances.size() == 1);
  CHECK(facts.stances[0] == StanceFact{.id = {document, 0},
                                       .actor = vela,
                                       .target = tarn,
                                       .claim = FactId{document, 1},
                                       .evidence_spans = {{26, 40}},
                                       .evidence = "He backs Tarn."});
}

TEST_CASE("facts_of: two equal spans are two parts") {
  Extraction e = example();
  e.claims[0].cue_spans = {{5, 9}, {5, 9}, {15, 21}};
  CHECK(facts_of(e).claims[0].cue == "said … said … denied");
}

TEST_CASE("parse_fact_id: the inverse of dump_claim_id() and dump_stance_id()") {
  for (const std::uint64_t document : {std::uint64_t{0}, std::uint64_t{0xabc}, ~std::uint64_t{0}}) {
    for (const std::uint32_t index : {0U, 8U, 0xFFFF'FFFFU}) {
      const FactId id{DocumentId{document}, index};
      const auto claim = parse_fact_id(dump_claim_id(id));
      const auto stance = parse_fact_id(dump_stance_id(id));
      REQUIRE(claim.has_value());
      REQUIRE(stance.has_value());
      CHECK(claim->is_claim);
      CHECK_FALSE(stance->is_claim);
      CHECK(claim->id == id);
      CHECK(stance->id == id);
    }
  }
  CHECK(dump_claim_id({DocumentId{0xabc}, 8}) == "c:0000000000000abc:9");
  CHECK(dump_stance_id({DocumentId{~std::uint64_t{0}}, 0xFFFF'FFFF}) == "s:ffffffffffffffff:4294967296");
}

TEST_CASE("parse_fact_id: anything that no dump writes is no id") {
  constexpr const char* kRefused[] = {
      "",
      "c",
      "c:",
      "d:0000000000000abc:1",
      "C:0000000000000abc:1",
      "c:0000000000000abc",
      "c:0000000000000abc:",
      "c:0000000000000abc:0",
      "c:0000000000000abc:01",
      "c:0000000000000abc:+1",
      "c:0000000000000abc:-1",
      "c:0000000000000abc:1 ",
      "c:0000000000000abc:4294967297",
      "c:0000000000000abc:99999999999999999999",
      "c:abc:1",
      "c:0000000000000ABC:1",
      "c:0x00000000000abc:1",
      "c:00000000000000abc:1",
      "c: 000000000000abc:1",
  };
  for (const char* text : kRefused) {
    CAPTURE(text);
    CHECK_FALSE(parse_fact_id(text).has_value());
  }
}

}  // namespace
}  // namespace claimgraph::kg
