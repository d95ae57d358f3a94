#include "claimgraph/kg/store_line.h"

#include <doctest/doctest.h>

#include "claimgraph/kg/fact.h"
#include "claimgraph/kg/record.h"

namespace claimgraph::kg {
namespace {

StoredRecord example() {
  StoredRecord out{.fingerprint = std::string("\0\xFFv", 3)};
  out.extraction.source = {.id = "a/1", .text = "Vela backs Tarn."};
  out.extraction.entities = {{.name = "Vela", .type = EntityType::person, .mentions = {{{0, 4}}}},
                             {.name = "Tarn", .type = EntityType::place, .aliases = {"town"}}};
  out.extraction.claims = {{.source = EntityIndex{1}, .content_spans = {{11, 15}}, .about = {EntityIndex{0}}}};
  out.extraction.stances = {{.target = EntityIndex{0}, .claim = ClaimIndex{0}, .confidence = 0.25}};
  return out;
}

TEST_CASE("store lines: what is dumped is parsed to the same") {
  const StoredRecord record = example();
  CHECK(dump(record).starts_with("{\"fingerprint\":\"00ff76\",\"record\":{\"id\":\"a/1\""));
  CHECK((std::get<StoredRecord>(parse_store_line(dump(record)).value()) == record));
  const Link link{LinkKind::merge, {{"Ana \"Vela\"", EntityType::person}, {"Tarn", EntityType::place}}};
  CHECK(dump(link) ==
        R"({"link":"merge","entities":[{"name":"Ana \"Vela\"","type":"person"},{"name":"Tarn","type":"place"}]})");
  CHECK((std::get<Link>(parse_store_line(dump(link)).value()) == link));
  const auto plain = std::get<StoredRecord>(parse_store_line(dump(record.extraction)).value());
  CHECK((plain == StoredRecord{.extraction = record.extraction}));
}

TEST_CASE("store lines: what is none, and why") {
  struct Case {
    const char* line;
    const char* message;
  };
  constexpr Case kCases[] = {
      {"[]", "a line of a store is no JSON object: The JSON element does not have the requested type."},
      {R"({"record":{}})", "a document's field 'fingerprint' is missing or no string of hexadecimal digits"},
      {R"({"record":{},"fingerprint":"0"})",
       "a document's field 'fingerprint' is missing or no string of hexadecimal digits"},
      {R"({"link":"join"})", "a link is 'join', not merge or split"},
      {R"({"link":"split"})", "a link has no list 'entities'"},
      {R"({"link":"split","entities":[{"name":"x"}]})", "an entity of a link has no name and type"},
      {R"({"link":"split","entities":[{"name":"x","type":"y"}]})",
       "an entity of a link has the type 'y', which is none"},
      {"{}", "a record's field 'id' is missing or no string"},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.line);
    CHECK(parse_store_line(c.line).error().message == std::string(c.message));
  }
}

TEST_CASE("extraction_of: the facts of what it makes are the same facts") {
  const Facts facts = facts_of(example().extraction);
  const Extraction again = extraction_of(example().extraction.source, facts);
  CHECK((facts_of(again) == facts));
  CHECK((extraction_of(again.source, facts_of(again)) == again));
}

}  // namespace
}  // namespace claimgraph::kg
