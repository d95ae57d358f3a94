#include "claimgraph/query/contradictions.h"

#include <doctest/doctest.h>

#include "article.h"

namespace claimgraph::query {
namespace {

using kg::EntityType;
using kg::Position;

Article article_of(const char* id, const char* date, Position position, double confidence) {
  Article out(id, date);
  const auto ada = out.entity("Ada Quill", EntityType::person);
  const auto levy = out.entity("carbon levy", EntityType::concept_);
  const auto port = out.entity("port", EntityType::place);
  out.stance({.actor = ada, .position = position, .target = levy, .evidence = id, .confidence = confidence});
  out.stance({.actor = ada, .position = Position::support, .target = port, .evidence = "the port, always"});
  out.stance({.position = Position::oppose, .target = port, .evidence = "an ugly port"});
  return out;
}

ArticleStore turncoat() {
  return ArticleStore({article_of("late praise", "2025-11-02", Position::support, 0.9),
                       article_of("early praise", "2025-01-02", Position::support, 0.5),
                       article_of("shrug", "2025-02-02", Position::neutral, 0.9),
                       article_of("scorn", "2025-03-02", Position::oppose, 0.7),
                       article_of("more scorn", "2025-04-02", Position::oppose, 0.7)});
}

TEST_CASE("contradictions: the surest stance of each sign, the older one first") {
  const ArticleStore store = turncoat();
  const auto got = contradictions(store.snapshot(), {});
  REQUIRE_MESSAGE(got.has_value(), dump(got.error()));
  REQUIRE(got->rows.size() == 1);  // the port is opposed by the article alone
  CHECK(got->total == 1);
  const ContradictionRow& row = got->rows.front();
  CHECK(row.actor == "Ada Quill");
  CHECK(row.target == "carbon levy");
  CHECK(row.supports == 2);
  CHECK(row.opposes == 2);
  CHECK(row.earlier.evidence == "scorn");
  CHECK(row.later.evidence == "late praise");
}

TEST_CASE("contradictions: are narrowed by names, filters and pages") {
  const ArticleStore store = turncoat();
  struct Case {
    const char* name;
    ContradictionQuery query;
    std::size_t rows;
    std::size_t total;
  };
  const Case kCases[] = {
      {"the pair", {.actor = "Quill", .target = "carbon levy"}, 1, 1},
      {"another target", {.actor = "Quill", .target = "port"}, 0, 0},
      {"before the turn", {.filter = {.until = "2025-02"}}, 0, 0},
      {"behind the last", {.page = {.skip = 1}}, 0, 1},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.name);
    const auto got = contradictions(store.snapshot(), c.query);
    REQUIRE_MESSAGE(got.has_value(), dump(got.error()));
    CHECK(got->rows.size() == c.rows);
    CHECK(got->total == c.total);
  }
  const auto unknown = contradictions(store.snapshot(), {.actor = "Nobody"});
  REQUIRE_FALSE(unknown.has_value());
  CHECK(dump(unknown.error()) ==
        "error: no entity is called 'Nobody' (the list of entities shows the names there are)");
}

}  // namespace
}  // namespace claimgraph::query
