#include "claimgraph/query/network.h"

#include <cstdio>
#include <string>

#include <doctest/doctest.h>

#include "article.h"
#include "claimgraph/query/measures.h"

namespace claimgraph::query {
namespace {

using graph::NetworkMode;
using graph::Normalisation;
using graph::Repeats;
using kg::EntityType;
using kg::Position;

// Ada and Bo are both for the levy, twice in one article in Ada's case; Cy is against it, and for Ada.
ArticleStore levy() {
  Article first("first", "2025-10-24");
  const auto ada = first.entity("Ada Quill", EntityType::person);
  const auto bo = first.entity("Bo Marsh", EntityType::person);
  const auto tax = first.entity("carbon levy", EntityType::concept_);
  first.stance({.actor = ada, .target = tax, .evidence = "likes the levy"});
  first.stance({.actor = ada, .target = tax, .evidence = "likes it still"});
  first.stance({.actor = bo, .target = tax, .evidence = "likes it too"});
  first.stance({.position = Position::oppose, .target = tax, .evidence = "an ugly levy"});
  Article second("second", "2025-10-25");
  const auto cy = second.entity("Cy Tarn", EntityType::person);
  const auto again = second.entity("carbon levy", EntityType::concept_);
  const auto quill = second.entity("Ada Quill", EntityType::person);
  second.stance({.actor = cy, .position = Position::oppose, .target = again, .evidence = "loathes the levy"});
  second.stance({.actor = cy, .target = quill, .evidence = "adores Quill"});
  second.stance({.actor = quill, .position = Position::neutral, .target = cy, .evidence = "knows him"});
  return ArticleStore({first, second});
}

std::string shown(const Rows<TieRow>& ties) {
  std::string out;
  for (const TieRow& tie : ties.rows) {
    char weight[32];
    std::snprintf(weight, sizeof weight, "%.2f", tie.weight);
    out += tie.from + " - " + tie.to + " " + weight + " " + std::to_string(tie.agreements) + "/" +
           std::to_string(tie.conflicts) + "\n";
  }
  return out;
}

TEST_CASE("network: who takes whose side, the strongest ties first") {
  const ArticleStore store = levy();
  struct Case {
    graph::NetworkOptions options;
    const char* want;
  };
  const Case kCases[] = {
      {{.mode = NetworkMode::congruence}, "Ada Quill - Bo Marsh 1.00 1/0\n"},
      {{.mode = NetworkMode::congruence, .repeats = Repeats::all}, "Ada Quill - Bo Marsh 2.00 2/0\n"},
      {{.mode = NetworkMode::conflict, .repeats = Repeats::all},
       "Ada Quill - Cy Tarn 2.00 0/2\nBo Marsh - Cy Tarn 1.00 0/1\n"},
      {{.mode = NetworkMode::subtract, .normalisation = Normalisation::average},
       "Ada Quill - Bo Marsh 1.00 1/0\nAda Quill - Cy Tarn -0.67 0/1\nBo Marsh - Cy Tarn -0.67 0/1\n"},
      {{.mode = NetworkMode::affiliation, .normalisation = Normalisation::activity},
       "Ada Quill - carbon levy 1.00 1/0\nBo Marsh - carbon levy 1.00 1/0\nCy Tarn - Ada Quill 0.50 1/0\n"
       "Cy Tarn - carbon levy -0.50 0/1\n"},
  };
  for (const auto& c : kCases) {
    const auto got = network(store.snapshot(), {.options = c.options});
    REQUIRE_MESSAGE(got.has_value(), dump(got.error()));
    CHECK(shown(*got) == c.want);
    CHECK(got->total == got->rows.size());
  }
  const auto second =
      network(store.snapshot(), {.options = {.mode = NetworkMode::subtract}, .page = {.skip = 1, .limit = 1}});
  REQUIRE(second.has_value());
  CHECK(shown(*second) == "Ada Quill - Cy Tarn -1.00 0/1\n");
  CHECK(second->total == 3);
}

TEST_CASE("network: as a graph, weights have no sign") {
  const ArticleStore store = levy();
  const auto got = graph(store.snapshot(), {.network = graph::NetworkOptions{.mode = NetworkMode::subtract}});
  REQUIRE_MESSAGE(got.has_value(), dump(got.error()));
  REQUIRE(got->view.edges().size() == 3);
  CHECK(got->view.vertices().size() == 3);  // the levy is tied to nobody
  CHECK(got->view.edges()[0].kind == graph::EdgeKind::support);
  CHECK(got->view.edges()[1].kind == graph::EdgeKind::oppose);
  CHECK(got->view.edges()[1].weight == 1);
  CHECK(got->evidence[0].quote.empty());
}

TEST_CASE("network: refuses what is no normalisation of the mode") {
  const ArticleStore store = levy();
  const auto one = network(store.snapshot(), {.options = {.normalisation = Normalisation::activity}});
  REQUIRE_FALSE(one.has_value());
  CHECK(dump(one.error()) ==
        "error: 'activity' is no normalisation of a network of congruence (choose none, average, jaccard or cosine)");
  const auto two =
      network_view(store.snapshot(), {}, {.mode = NetworkMode::affiliation, .normalisation = Normalisation::cosine});
  REQUIRE_FALSE(two.has_value());
  CHECK(dump(two.error()) ==
        "error: 'cosine' is no normalisation of a network of affiliation (choose none, activity or prominence)");
}

TEST_CASE("measures: of every vertex, the highest rank first") {
  const ArticleStore store = levy();
  const auto got = measures(store.snapshot(), {}, {.limit = 1});
  REQUIRE_MESSAGE(got.has_value(), dump(got.error()));
  CHECK(got->total == 4);
  REQUIRE(got->rows.size() == 1);
  CHECK(got->rows[0].entity == "carbon levy");
  CHECK(got->rows[0].degree.supported == 2);
  CHECK(got->rows[0].degree.opposed == 1);
  CHECK(got->rows[0].triangles == 1);  // Cy is for Ada, who is for what he is against
  CHECK(got->rows[0].frustrated == 1);
}

}  // namespace
}  // namespace claimgraph::query
