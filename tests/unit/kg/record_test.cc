#include "claimgraph/kg/record.h"

#include <doctest/doctest.h>

#include "claimgraph/kg/json.h"

namespace claimgraph::kg {
namespace {

Extraction example() {
  Extraction e;
  e.source = {.id = "a/1",
              .uri = "https://example.org/1",
              .title = "\"Quoted\" title",
              .published = "2025-03-01",
              .text = "Vela said Tarn denied it. He backs Tarn."};
  e.source.metadata = {{"section", "\"World\""}, {"words", "12"}};
  e.entities = {
      {.name = "Ana Vela",
       .type = EntityType::person,
       .aliases = {"Vela"},
       .mentions = {{{0, 4}, MentionKind::name}, {{26, 28}, MentionKind::pronoun}}},
      {.name = "Tarn", .type = EntityType::place, .mentions = {{{10, 14}, MentionKind::name}}},
  };
  e.claims = {
      {.source = EntityIndex{0},
       .source_spans = {{0, 4}},
       .cue_spans = {{5, 9}},
       .content_spans = {{10, 24}},
       .about = {EntityIndex{1}},
       .rule = "en/says",
       .confidence = 0.9},
      {.source = EntityIndex{1},
       .source_spans = {{10, 14}},
       .cue_spans = {{15, 21}},
       .content_spans = {{22, 24}},
       .form = Form::mixed,
       .within = ClaimIndex{0},
       .polarity = Polarity::negative,
       .certainty = Certainty::doubtful,
       .rule = "en/denies",
       .confidence = 0.70004},
  };
  e.stances = {{.actor = EntityIndex{0},
                .position = Position::support,
                .target = EntityIndex{1},
                .claim = ClaimIndex{0},
                .evidence_spans = {{26, 39}},
                .rule = "en/backs",
                .confidence = 0.5}};
  return e;
}

TEST_CASE("dump(Extraction): the record of the format's description") {
  CHECK(
      dump(example()) ==
      R"({"id":"a/1","uri":"https://example.org/1","title":"\"Quoted\" title","publisher":null,"author":null,)"
      R"("published":"2025-03-01","language":"en","text":"Vela said Tarn denied it. He backs Tarn.",)"
      R"("metadata":{"section":"World","words":12},)"
      R"("entities":[{"id":"e1","name":"Ana Vela","type":"person","aliases":["Vela"],)"
      R"("mentions":[{"span":[0,4],"kind":"name"},{"span":[26,28],"kind":"pronoun"}]},)"
      R"({"id":"e2","name":"Tarn","type":"place","aliases":[],"mentions":[{"span":[10,14],"kind":"name"}]}],)"
      R"("claims":[{"id":"c1","source":"e1","source_spans":[[0,4]],"cue_spans":[[5,9]],"content_spans":[[10,24]],)"
      R"("form":"indirect","within":null,"about":["e2"],"polarity":"positive","certainty":"certain","rule":"en/says",)"
      R"("confidence":0.9},{"id":"c2","source":"e2","source_spans":[[10,14]],"cue_spans":[[15,21]],)"
      R"("content_spans":[[22,24]],"form":"mixed","within":"c1","about":[],"polarity":"negative",)"
      R"("certainty":"doubtful","rule":"en/denies","confidence":0.7}],)"
      R"("stances":[{"id":"s1","actor":"e1","position":"support","target":"e2","according_to":null,"claim":"c1",)"
      R"("evidence_spans":[[26,39]],"rule":"en/backs","confidence":0.5}]})");
}

TEST_CASE("parse_record: the inverse of dump()") {
  Extraction e = example();
  e.claims[1].confidence = 0.7;
  const auto back = parse_record(dump(e));
  REQUIRE(back.has_value());
  CHECK(*back == e);
}

TEST_CASE("parse_record: refuses what dump() cannot have written") {
  struct Case {
    const char* from;
    const char* to;
    const char* want;
  };
  constexpr Case kCases[] = {
      {R"("id":"a/1",)", "", "a record's field 'id' is missing or no string"},
      {R"("stances")", R"("stance")", "a record's field 'stances' is missing or no list"},
      {R"("source":"e1")", R"("source":"e3")", "the id 'e3' names nothing in its record"},
      {R"("source":"e1")", R"("source":"c1")", "the id 'c1' names nothing in its record"},
      {R"("within":"c1")", R"("within":"c0")", "the id 'c0' names nothing in its record"},
      {R"([[10,24]])", R"([[10,99]])", "the span [10,99] does not lie in the text"},
      {R"([[10,24]])", R"([[24,10]])", "the span [24,10] does not lie in the text"},
      {R"([[10,24]])", R"([[10]])", "a span is not a list of two offsets"},
      {R"("position":"support")", R"("position":"suport")",
       "a record's field 'position' is 'suport', which is no position"},
      {R"("confidence":0.5)", R"("confidence":"high")", "a record's field 'confidence' is missing or no number"},
  };
  for (const auto& c : kCases) {
    std::string json = dump(example());
    const auto at = json.find(c.from);
    REQUIRE(at != std::string::npos);
    json.replace(at, std::string_view(c.from).size(), c.to);
    const auto got = parse_record(json);
    CAPTURE(json);
    REQUIRE(!got.has_value());
    CHECK(got.error().message == c.want);
  }
  CHECK(!parse_record("").has_value());
  CHECK(!parse_record("[]").has_value());
  CHECK(!parse_record("{\"id\":").has_value());
}

TEST_CASE("json_string: escapes what JSON must have escaped and nothing else") {
  CHECK(json_string("a\"b\\c\n\t\r\x01\x1F/é“") == "\"a\\\"b\\\\c\\n\\t\\r\\u0001\\u001f/é“\"");
  CHECK(json_string("") == "\"\"");
}

}  // namespace
}  // namespace claimgraph::kg
