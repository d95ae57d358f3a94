#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "article.h"
#include "claimgraph/query/query.h"

namespace claimgraph::query {
namespace {

using kg::EntityType;

TEST_CASE("claims: a row says all that is needed to judge it") {
  Article article("levy", "2025-10-24");
  const auto lavrov = article.entity("Sergey Lavrov", EntityType::person);
  const auto levy = article.entity("carbon levy", EntityType::concept_);
  article.claim({.source = lavrov,
                 .cue = "has\nsaid",
                 .content = "that the carbon\n  levy is dear",
                 .about = {levy, lavrov},
                 .confidence = 0.9,
                 .form = kg::Form::direct,
                 .certainty = kg::Certainty::probable});
  article.claim({.cue = "it is said", .content = "that it rains"});
  const ArticleStore store({article});
  const auto got = claims(store.snapshot(), {.by = "Lavrov"});
  REQUIRE(got.has_value());
  REQUIRE(got->rows.size() == 1);
  const ClaimRow& row = got->rows.front();
  CHECK(row.source == "Sergey Lavrov");
  CHECK(row.cue == "has said");
  CHECK(row.content == "that the carbon levy is dear");
  CHECK(row.about == std::vector<std::string>{"carbon levy", "Sergey Lavrov"});
  CHECK(row.form == kg::Form::direct);
  CHECK(row.certainty == kg::Certainty::probable);
  CHECK(row.rule == "en/attribution/test");
  CHECK(row.confidence == 0.9);
  CHECK(row.document.id == "levy");
  CHECK(row.document.uri == "https://news.example/levy");
  CHECK(row.document.published == "2025-10-24");
  CHECK(row.document.publisher == "The Gazette");
  const auto nobody = claims(store.snapshot(), {.about = "it rains"});
  REQUIRE(nobody.has_value());
  REQUIRE(nobody->rows.size() == 1);
  CHECK(nobody->rows.front().source.empty());
}

TEST_CASE("claims: names and words") {
  Article article("names", "2025-10-24");
  const auto hillary = article.entity("Hillary Clinton", EntityType::person, {"Clinton"});
  const auto bill = article.entity("Bill Clinton", EntityType::person, {"Clinton"});
  article.claim({.source = hillary, .content = "that Mr Clinton was right", .about = {bill}});
  article.claim({.source = bill, .content = "that she was right", .about = {hillary}});
  article.claim({.source = bill, .content = "that turnips are dear"});
  const ArticleStore store({article});
  struct Case {
    std::string_view by;
    std::string_view about;
    std::string_view want;  // how many, or the whole error
  };
  constexpr Case kCases[] = {
      {"", "", "3"},
      {"", "Clinton", "2"},
      {"Bill Clinton", "Clinton", "1"},
      {"", "Hillary Clinton", "1"},
      {"", "turnips", "1"},
      {"Hillary Clinton", "Hillary Clinton", "0"},
      {"Hillary Clinton", "turnips", "0"},
      {"", "turnip", "error: no entity is called 'turnip' (the list of entities shows the names there are)"},
      {"Ilary Clinton", "", "error: no entity is called 'Ilary Clinton' (did you mean 'Hillary Clinton'?)"},
      {"Clinton", "",
       "error: 'Clinton' may be 2 different entities (write one of them: 'Bill Clinton (person)' with 1 mention or "
       "'Hillary Clinton (person)' with 1 mention)"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.by);
    CAPTURE(c.about);
    const auto got = claims(store.snapshot(), {.by = std::string(c.by), .about = std::string(c.about)});
    CHECK((got ? std::to_string(got->total) : dump(got.error())) == c.want);
  }
  const auto refused = claims(store.snapshot(), {.filter = {.since = "soon"}});
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().message == "'since' is 'soon', which is no date");
}

}  // namespace
}  // namespace claimgraph::query
