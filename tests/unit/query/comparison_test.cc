#include "claimgraph/query/comparison.h"

#include <doctest/doctest.h>

#include "article.h"

namespace claimgraph::query {
namespace {

using kg::EntityType;
using kg::Position;

Article article_of(const char* id, const char* date, const char* publisher, Position position) {
  Article out(id, date, publisher);
  const auto ada = out.entity("Ada Quill", EntityType::person);
  const auto levy = out.entity("carbon levy", EntityType::concept_);
  out.claim({.source = ada, .content = "the levy is dear", .about = {levy}});
  out.stance({.actor = ada, .position = position, .target = levy, .evidence = "the levy is dear"});
  out.stance({.position = Position::support, .target = ada, .evidence = "brave Ada Quill"});
  return out;
}

TEST_CASE("compare: counts what each publisher writes of a subject") {
  const ArticleStore store({article_of("a", "2025-03-01", "Gazette", Position::oppose),
                            article_of("b", "2025-01-01", "GAZETTE", Position::support),
                            article_of("c", "", "Daily Post", Position::neutral), Article("d", "2025-01-01", "Wire")});
  const auto got = compare(store.snapshot(), "Quill", {});
  REQUIRE_MESSAGE(got.has_value(), dump(got.error()));
  REQUIRE(got->rows.size() == 2);
  const ComparisonRow& gazette = got->rows[0];
  CHECK(gazette.publisher == "GAZETTE");
  CHECK(gazette.documents == 2);
  CHECK(gazette.claims_by == 2);
  CHECK(gazette.claims_about == 0);
  CHECK(gazette.supported == 2);
  CHECK(gazette.opposed == 0);
  CHECK(gazette.supports == 1);
  CHECK(gazette.opposes == 1);
  CHECK(gazette.first_date == "2025-01-01");
  CHECK(gazette.last_date == "2025-03-01");
  const ComparisonRow& post = got->rows[1];
  CHECK(post.publisher == "Daily Post");
  CHECK(post.supports + post.opposes == 0);
  CHECK(post.first_date.empty());
  const auto levy = compare(store.snapshot(), "carbon levy", {.publishers = {"gazette"}});
  REQUIRE(levy.has_value());
  REQUIRE(levy->rows.size() == 1);
  CHECK(levy->rows[0].claims_about == 2);
  CHECK(levy->rows[0].supported == 1);
  CHECK(levy->rows[0].opposed == 1);
  CHECK_FALSE(compare(store.snapshot(), "Nobody", {}).has_value());
}

}  // namespace
}  // namespace claimgraph::query
