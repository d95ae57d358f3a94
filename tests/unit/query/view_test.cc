#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "article.h"
#include "claimgraph/query/query.h"

namespace claimgraph::query {
namespace {

using kg::EntityType;
using kg::Position;

// Two camps over a levy, told by two articles that write one name in two ways.
std::vector<Article> dispute() {
  Article first("first", "2025-10-24");
  const auto ada = first.entity("Ada Quill", EntityType::person, {}, 3);
  const auto bo = first.entity("Bo Marsh", EntityType::person, {}, 2);
  const auto levy = first.entity("carbon levy", EntityType::concept_, {}, 4);
  first.claim({.source = ada, .content = "Bo Marsh likes\nthe carbon levy", .about = {bo, levy}, .confidence = 0.5});
  first.claim({.source = ada, .content = "the carbon levy is dear", .about = {levy, ada}, .confidence = 0.75});
  first.claim({.content = "the carbon levy came", .about = {levy}});
  first.stance({.actor = bo, .target = levy, .evidence = "likes the levy", .confidence = 0.5});
  first.stance({.actor = ada, .position = Position::oppose, .target = bo, .evidence = "scolds him", .confidence = 0.5});
  first.stance({.target = levy, .evidence = "a fine levy"});
  Article second("second", "2025-11-02", "Daily Post");
  const auto quill = second.entity("Quill", EntityType::person);
  const auto cy = second.entity("Cy Tarn", EntityType::person);
  const auto full = second.entity("Ada Quill", EntityType::person);
  const auto bo_again = second.entity("Bo Marsh", EntityType::person);
  second.stance({.actor = cy, .target = quill, .evidence = "backs Quill", .confidence = 0.75});
  second.stance(
      {.actor = full, .position = Position::oppose, .target = bo_again, .evidence = "attacks him", .confidence = 0.75});
  second.stance({.actor = quill, .target = full, .evidence = "praises herself"});
  return {first, second};
}

// One for all tests here: to make a store takes far longer than to read it.
const store::Snapshot& disputed() {
  static const ArticleStore kStore(dispute());
  return kStore.snapshot();
}

std::string shown(const graph::View& view) {
  std::string out;
  for (const graph::Edge& edge : view.edges()) {
    out += view.vertex(edge.from).name + " " + std::string(kg::spell(edge.kind)) + " " + view.vertex(edge.to).name +
           " " + std::to_string(edge.count) + " " + std::to_string(edge.weight).substr(0, 4) + "\n";
  }
  return out;
}

std::string shown(const Result<Rows<EdgeRow>>& rows) {
  if (!rows) return dump(rows.error());
  std::string out;
  for (const EdgeRow& row : rows->rows) {
    out += std::to_string(row.path) + (row.forward ? " -> " : " <- ") + row.from + " " + row.kind + " " + row.to +
           " '" + row.quote + "' " + row.document.id + "\n";
  }
  return out;
}

std::string shown(const Result<Rows<ClusterRow>>& rows) {
  if (!rows) return dump(rows.error());
  std::string out;
  for (const ClusterRow& row : rows->rows) {
    out += std::to_string(row.cluster) + " " + row.entity + " " + row.type + " " + std::to_string(row.supports) + " " +
           std::to_string(row.opposes) + (row.stability == 1 ? "" : " unstable") + "\n";
  }
  return out;
}

TEST_CASE("view: facts between the same two are one edge; the article's voice and oneself are left out") {
  const auto got = view(disputed(), {});
  REQUIRE(got.has_value());
  CHECK(shown(*got) ==
        "Ada Quill claim Bo Marsh 1 0.50\n"
        "Ada Quill oppose Bo Marsh 2 1.25\n"
        "Ada Quill claim carbon levy 2 1.25\n"
        "Bo Marsh support carbon levy 1 0.50\n"
        "Cy Tarn support Ada Quill 1 0.75\n");
  for (std::size_t place = 0; place < got->edges().size(); ++place) {
    const auto evidence = got->evidence(place);
    CHECK(evidence.size() == got->edges()[place].count);
    CHECK(std::is_sorted(evidence.begin(), evidence.end()));
  }
  CHECK(got->vertex(graph::VertexId{0}).type == EntityType::person);
}

TEST_CASE("view: only what the filter lets through") {
  struct Case {
    Filter filter;
    const char* want;
  };
  const Case kCases[] = {
      {{.since = "2025-11"}, "Ada Quill oppose Bo Marsh 1 0.75\nCy Tarn support Ada Quill 1 0.75\n"},
      {{.publishers = {"daily post"}, .min_confidence = 0.8}, ""},
      {{.form = kg::Form::indirect}, "Ada Quill claim Bo Marsh 1 0.50\nAda Quill claim carbon levy 2 1.25\n"},
      {{.until = "2025-10", .min_confidence = 0.6}, "Ada Quill claim carbon levy 1 0.75\n"},
  };
  for (const auto& c : kCases) {
    const auto got = view(disputed(), c.filter);
    REQUIRE(got.has_value());
    CHECK(shown(*got) == c.want);
  }
}

TEST_CASE("path: edges keep their direction, whichever way they are walked") {
  struct Case {
    PathQuery query;
    std::string want;
  };
  const Case kCases[] = {
      {{.from = "Tarn", .to = "carbon levy", .options = {.most = 5}},
       "1 -> Cy Tarn support Ada Quill 'backs Quill' second\n"
       "1 -> Ada Quill claim carbon levy 'the carbon levy is dear' first\n"
       "2 -> Cy Tarn support Ada Quill 'backs Quill' second\n"
       "2 -> Ada Quill oppose Bo Marsh 'attacks him' second\n"
       "2 -> Bo Marsh support carbon levy 'likes the levy' first\n"},
      {{.from = "carbon levy", .to = "Bo Marsh"}, "1 <- Bo Marsh support carbon levy 'likes the levy' first\n"},
      {{.from = "carbon levy", .to = "Bo Marsh", .options = {.directed = true}}, ""},
      {{.from = "Tarn", .to = "levy"},
       "error: no entity is called 'levy' (the list of entities shows the names there are)"},
      {{.from = "Tarn", .to = "Bo Marsh", .filter = {.until = "2025-10"}}, ""},
      {{.from = "Quill", .to = "Ada Quill"},
       "error: 'Quill' and 'Ada Quill' are one entity, 'Ada Quill' (a path needs two)"},
      {{.from = "Nobody", .to = "Ada Quill"},
       "error: no entity is called 'Nobody' (the list of entities shows the names there are)"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.query.from);
    CAPTURE(c.query.to);
    CHECK(shown(path(disputed(), c.query)) == c.want);
  }
}

TEST_CASE("neighbours: the edges of all names of one entity, strongest first") {
  const auto got = neighbours(disputed(), {.name = "Quill"});
  CHECK(shown(got) ==
        "0 -> Ada Quill oppose Bo Marsh 'attacks him' second\n"
        "0 -> Ada Quill claim carbon levy 'the carbon levy is dear' first\n"
        "0 -> Cy Tarn support Ada Quill 'backs Quill' second\n"
        "0 -> Ada Quill claim Bo Marsh 'Bo Marsh likes the carbon levy' first\n");
  const auto two = neighbours(disputed(), {.name = "Ada Quill", .page = {.limit = 2}});
  REQUIRE(two.has_value());
  CHECK(two->rows.size() == 2);
  CHECK(two->total == 4);
  CHECK(
      shown(neighbours(disputed(), {.name = "Quill", .kinds = {graph::EdgeKind::support, graph::EdgeKind::oppose}})) ==
      "0 -> Ada Quill oppose Bo Marsh 'attacks him' second\n"
      "0 -> Cy Tarn support Ada Quill 'backs Quill' second\n");
  CHECK(shown(neighbours(disputed(), {.name = "Quill", .kinds = {graph::EdgeKind::neutral}})).empty());
  CHECK(shown(neighbours(disputed(), {.name = "Cy Tarn", .filter = {.until = "2025-10"}})).empty());
}

TEST_CASE("clusters: who stands together, without those who take no side") {
  CHECK(shown(clusters(disputed(), {}, {})) ==
        "1 Ada Quill person 1 0\n1 Cy Tarn person 1 0\n2 Bo Marsh person 1 0\n2 carbon levy concept 1 0\n");
  const auto with_bo = companions(disputed(), "Marsh", {}, {});
  REQUIRE(with_bo.has_value());
  REQUIRE(with_bo->rows.size() == 1);
  CHECK(with_bo->rows.front().entity == "carbon levy");
  CHECK(with_bo->rows.front().cluster == 2);
  CHECK(with_bo->rows.front().together == 1);
  CHECK(companions(disputed(), "Marsh", {.form = kg::Form::direct}, {})->rows.empty());
  CHECK(companions(disputed(), "Nobody", {}, {}).error().message == "no entity is called 'Nobody'");
  CHECK(shown(clusters(disputed(), {.form = kg::Form::direct}, {})).empty());
}

TEST_CASE("components: who is linked at all") {
  CHECK(shown(components(disputed(), {})) ==
        "1 Ada Quill person 2 2\n1 Bo Marsh person 2 2\n1 Cy Tarn person 2 2\n1 carbon levy concept 2 2\n");
  CHECK(shown(components(disputed(), {.until = "2025-10"})) ==
        "1 Ada Quill person 1 1\n1 Bo Marsh person 1 1\n1 carbon levy concept 1 1\n");
  CHECK(shown(components(disputed(), {.until = "2024"})).empty());
}

TEST_CASE("graph: a part of the view with the sides of the whole") {
  struct Case {
    GraphQuery query;
    const char* edges;
    std::size_t total;
  };
  const Case kCases[] = {
      {{.kinds = {graph::EdgeKind::support}},
       "Bo Marsh support carbon levy 1 0.50\nCy Tarn support Ada Quill 1 0.75\n",
       2},
      {{.around = "Cy Tarn"}, "Cy Tarn support Ada Quill 1 0.75\n", 1},
      {{.around = "Cy Tarn", .hops = 0}, "", 0},
      {{.around = "Bo Marsh", .kinds = {graph::EdgeKind::support, graph::EdgeKind::claim}},
       "Ada Quill claim Bo Marsh 1 0.50\nAda Quill claim carbon levy 2 1.25\nBo Marsh support carbon levy 1 0.50\n",
       3},
      {{.most_edges = 2}, "Ada Quill oppose Bo Marsh 2 1.25\nAda Quill claim carbon levy 2 1.25\n", 5},
      {{.around = "Cy Tarn", .hops = 2, .most_edges = 1}, "Ada Quill oppose Bo Marsh 2 1.25\n", 5},
      {{.filter = {.until = "2025-10"}, .around = "Cy Tarn"}, "", 0},
  };
  for (const auto& c : kCases) {
    const auto got = graph(disputed(), c.query);
    REQUIRE_MESSAGE(got.has_value(), dump(got.error()));
    CHECK(shown(got->view) == c.edges);
    CHECK(got->edges_total == c.total);
    CHECK(got->evidence.size() == got->view.edges().size());
    CHECK(got->clusters.cluster_of.size() == got->view.vertices().size());
  }
  const auto pruned = graph(disputed(), {.most_edges = 1});
  REQUIRE(pruned.has_value());
  REQUIRE(pruned->evidence.size() == 1);
  const EdgeEvidence& evidence = pruned->evidence.front();
  CHECK(evidence.quote == "attacks him");
  CHECK(evidence.first_date == "2025-10-24");
  CHECK(evidence.last_date == "2025-11-02");
  CHECK(evidence.documents == std::vector<std::string>{"first", "second"});
  CHECK(evidence.document.id == "second");
  CHECK(pruned->clusters.cluster_of == std::vector<std::uint32_t>{0, 1});
  const auto refused = graph(disputed(), {.around = "Nobody"});
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().message == "no entity is called 'Nobody'");
}

}  // namespace
}  // namespace claimgraph::query
