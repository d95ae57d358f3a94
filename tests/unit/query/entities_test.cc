#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "article.h"
#include "claimgraph/query/query.h"

namespace claimgraph::query {
namespace {

using kg::EntityType;

ArticleStore three_entities() {
  Article article("first", "2025-10-24");
  const auto ada = article.entity("Ada Quill", EntityType::person, {"the minister"}, 2);
  const auto levy = article.entity("carbon levy", EntityType::concept_, {}, 5);
  const auto bo = article.entity("Bo Marsh", EntityType::person, {}, 2);
  article.claim({.source = ada, .content = "the carbon levy is dear", .about = {levy}});
  article.claim({.source = ada, .content = "Bo Marsh wants the carbon levy", .about = {bo, levy}});
  article.stance({.actor = bo, .target = levy, .evidence = "wants the carbon levy"});
  return ArticleStore({article});
}

TEST_CASE("entities: by mentions, with what is said by and about them") {
  const ArticleStore store = three_entities();
  const auto got = entities(store.snapshot(), "", {});
  REQUIRE(got.has_value());
  std::string shown;
  for (const EntityRow& row : got->rows) {
    shown += row.entity.name + " " + std::to_string(row.entity.mentions) + " " + std::to_string(row.claims_made) + " " +
             std::to_string(row.claims_about) + " " + std::to_string(row.stances_held) + " " +
             std::to_string(row.stances_toward) + "\n";
  }
  CHECK(shown == "carbon levy 5 0 2 0 1\nAda Quill 2 2 0 0 0\nBo Marsh 2 0 1 1 0\n");
  CHECK(got->total == 3);
  const auto first = entities(store.snapshot(), "", {.limit = 1});
  REQUIRE(first.has_value());
  CHECK(first->rows.size() == 1);
  CHECK(first->total == 3);
}

TEST_CASE("entities: by the words of a name or an alias") {
  const ArticleStore store = three_entities();
  struct Case {
    std::string_view name;
    std::string_view want;  // the first one's name, or the whole error
  };
  constexpr Case kCases[] = {
      {"levy", "carbon levy"},
      {"ADA", "Ada Quill"},
      {"minister", "Ada Quill"},
      {"lev", "error: no entity is called 'lev' (the list of entities shows the names there are)"},
      {"Bo Marhs", "error: no entity is called 'Bo Marhs' (did you mean 'Bo Marsh'?)"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.name);
    const auto got = entities(store.snapshot(), c.name, {});
    CHECK((got ? got->rows.front().entity.name : dump(got.error())) == c.want);
  }
}

}  // namespace
}  // namespace claimgraph::query
