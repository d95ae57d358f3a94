#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "article.h"
#include "claimgraph/query/query.h"

namespace claimgraph::query {
namespace {

using kg::EntityType;

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
