#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <doctest/doctest.h>

#include "article.h"
#include "claimgraph/query/query.h"
#include "generated_store.h"

namespace claimgraph::query {
namespace {

using kg::EntityType;

// Whether a claim says the word "levy", as generated contents write it.
bool says_levy(const kg::ClaimFact& claim) {
  return claim.content == "the levy is dear" || claim.content == "The  Levy, again";
}

bool slowly_found(const ClaimQuery& query, const kg::Source& source, const kg::ClaimFact& claim) {
  if (!slowly_accepted(query.filter, source, claim.confidence)) return false;
  if (query.filter.form && claim.form != *query.filter.form) return false;
  if (query.filter.certainty && claim.certainty != *query.filter.certainty) return false;
  if (!query.by.empty() && claim.source != kg::entity_id(EntityType::person, query.by)) return false;
  if (query.about.empty()) return true;
  if (query.about == "levy") return says_levy(claim);
  const auto wanted = kg::entity_id(EntityType::person, query.about);
  return std::find(claim.about.begin(), claim.about.end(), wanted) != claim.about.end();
}

struct Found {
  std::string published;
  std::string document;
  kg::FactId id;
};

std::vector<kg::FactId> slow_claims(const std::vector<Article>& articles, const ClaimQuery& query) {
  std::vector<Found> found;
  for (const Article& article : articles) {
    const kg::Source& source = article.extraction().source;
    for (const auto& claim : kg::facts_of(article.extraction()).claims) {
      if (slowly_found(query, source, claim)) found.push_back({source.published, source.id, claim.id});
    }
  }
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    if (a.published != b.published) return a.published > b.published;
    return std::tie(a.document, a.id.index) < std::tie(b.document, b.id.index);
  });
  std::vector<kg::FactId> out;
  for (const Found& one : found) out.push_back(one.id);
  return out;
}

TEST_CASE("claims: the same as a scan over the extractions") {
  std::mt19937 random(8);
  const auto articles = generated_articles(random, 40);
  const ArticleStore store(articles);
  const std::string names[] = {"", "", kPersons[0], kPersons[1], kPersons[2]};
  for (int round = 0; round < 200; ++round) {
    ClaimQuery query{.by = names[random() % 5], .about = names[random() % 5], .filter = generated_filter(random)};
    if (random() % 4 == 0) query.about = "levy";
    auto want = slow_claims(articles, query);
    const std::size_t total = want.size();
    query.page = {.skip = random() % 3, .limit = random() % 5};
    want.erase(want.begin(), want.begin() + static_cast<std::ptrdiff_t>(std::min(query.page.skip, total)));
    if (query.page.limit != 0 && want.size() > query.page.limit) want.resize(query.page.limit);
    const auto got = claims(store.snapshot(), query);
    REQUIRE_MESSAGE(got.has_value(), dump(got.error()));
    std::vector<kg::FactId> ids;
    for (const ClaimRow& row : got->rows) ids.push_back(row.id);
    CHECK(ids == want);
    CHECK(got->total == total);
  }
}

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
      {"Hillary Clinton", "turnips",
       "error: no entity is called 'turnips' (the list of entities shows the names there are)"},
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
