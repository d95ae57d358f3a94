#include <algorithm>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include <doctest/doctest.h>

#include "article.h"
#include "claimgraph/query/query.h"
#include "generated_store.h"

namespace claimgraph::query {
namespace {

using kg::EntityType;

bool slowly_found(const StanceQuery& query, const kg::Source& source, const kg::Facts& facts,
                  const kg::StanceFact& stance) {
  const auto is = [](const std::optional<kg::EntityId>& id, const std::string& name) {
    return name.empty() || id == kg::entity_id(EntityType::person, name);
  };
  if (!slowly_accepted(query.filter, source, stance.confidence)) return false;
  if (query.filter.form && (!stance.claim || facts.claims[stance.claim->index].form != *query.filter.form))
    return false;
  if (query.filter.certainty &&
      (!stance.claim || facts.claims[stance.claim->index].certainty != *query.filter.certainty)) {
    return false;
  }
  if (query.position && stance.position != *query.position) return false;
  return is(stance.actor, query.actor) && is(stance.target, query.target) &&
         is(stance.according_to, query.according_to);
}

struct Found {
  std::string published;
  std::string document;
  kg::FactId id;
};

std::vector<kg::FactId> slow_stances(const std::vector<Article>& articles, const StanceQuery& query) {
  std::vector<Found> found;
  for (const Article& article : articles) {
    const kg::Source& source = article.extraction().source;
    const kg::Facts facts = kg::facts_of(article.extraction());
    for (const auto& stance : facts.stances) {
      if (slowly_found(query, source, facts, stance)) found.push_back({source.published, source.id, stance.id});
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

TEST_CASE("stances: the same as a scan over the extractions") {
  std::mt19937 random(9);
  const auto articles = generated_articles(random, 40);
  const ArticleStore store(articles);
  const std::string names[] = {"", "", kPersons[0], kPersons[1], kPersons[2]};
  for (int round = 0; round < 200; ++round) {
    StanceQuery query{.actor = names[random() % 5],
                      .target = names[random() % 5],
                      .according_to = names[random() % 5],
                      .filter = generated_filter(random)};
    if (random() % 2 == 0) query.position = static_cast<kg::Position>(random() % 3);
    auto want = slow_stances(articles, query);
    const std::size_t total = want.size();
    query.page = {.skip = random() % 3, .limit = random() % 5};
    want.erase(want.begin(), want.begin() + static_cast<std::ptrdiff_t>(std::min(query.page.skip, total)));
    if (query.page.limit != 0 && want.size() > query.page.limit) want.resize(query.page.limit);
    const auto got = stances(store.snapshot(), query);
    REQUIRE_MESSAGE(got.has_value(), dump(got.error()));
    std::vector<kg::FactId> ids;
    for (const StanceRow& row : got->rows) ids.push_back(row.id);
    CHECK(ids == want);
    CHECK(got->total == total);
  }
}

TEST_CASE("stances: a row says all that is needed to judge it") {
  Article article("levy", "2025-10-24");
  const auto ada = article.entity("Ada Quill", EntityType::person);
  const auto levy = article.entity("carbon levy", EntityType::concept_);
  const auto claim = article.claim({.source = ada, .content = "the levy must go"});
  article.stance({.actor = ada,
                  .position = kg::Position::oppose,
                  .target = levy,
                  .evidence = "the levy\nmust go",
                  .according_to = ada,
                  .claim = claim,
                  .confidence = 0.75});
  article.stance({.target = ada, .evidence = "brave Ada Quill"});
  const ArticleStore store({article});
  const auto got = stances(store.snapshot(), {});
  REQUIRE(got.has_value());
  REQUIRE(got->rows.size() == 2);
  const StanceRow& row = got->rows.front();
  CHECK(row.actor == "Ada Quill");
  CHECK(row.position == kg::Position::oppose);
  CHECK(row.target == "carbon levy");
  CHECK(row.according_to == "Ada Quill");
  REQUIRE(row.claim.has_value());
  CHECK(kg::dump_claim_id(*row.claim).ends_with(":1"));
  CHECK(row.evidence == "the levy must go");
  CHECK(row.confidence == 0.75);
  CHECK(row.document.title == "Title of levy");
  CHECK(got->rows.back().actor.empty());
  CHECK(got->rows.back().according_to.empty());
}

TEST_CASE("stances: refuses unknown names") {
  const ArticleStore store({Article("empty", "2025-10-24")});
  for (const StanceQuery& query :
       {StanceQuery{.actor = "Nobody"}, StanceQuery{.target = "Nobody"}, StanceQuery{.according_to = "Nobody"}}) {
    const auto got = stances(store.snapshot(), query);
    REQUIRE_FALSE(got.has_value());
    CHECK(dump(got.error()) == "error: no entity is called 'Nobody' (the store has no entities yet)");
  }
}

}  // namespace
}  // namespace claimgraph::query
