#include "claimgraph/exporters/dot.h"

#include <doctest/doctest.h>

#include "debate.h"
#include "support/golden.h"

namespace claimgraph::exporters {
namespace {

query::GraphResult lone(const std::string& name) {
  std::vector<graph::Vertex> vertices = {{kg::EntityId{1}, name, kg::EntityType::person}};
  std::vector<graph::Edge> loop = {{.kind = graph::EdgeKind::support, .count = 1, .weight = 1}};
  return {.view = graph::View(std::move(vertices), std::move(loop)), .clusters = {}, .edges_total = 1};
}

// What stands between `before` and the next `after`.
std::string between(const std::string& text, const std::string& before, const std::string& after) {
  const auto begin = text.find(before);
  REQUIRE(begin != std::string::npos);
  return text.substr(begin + before.size(), text.find(after, begin) - begin - before.size());
}

TEST_CASE("dot: a debate") {
  const auto folder = test::data_folder() / "exporters";
  test::check_golden(folder / "debate.dot", dot(debate(), {.title = "Who wants <the> harbour & why"}));
  CHECK(dot(debate(), {}) == dot(debate(), {}));
}

TEST_CASE("dot: names are shown as they are, in lines of at most the label's width") {
  struct Case {
    const char* name;
    const char* want;
  };
  constexpr Case kCases[] = {
      {"Mara Lindqvist", "Mara Lindqvist"},
      {"say \"no\"", "say \\\"no\\\""},
      {"back\\N", "back\\\\N"},
      {"ends in \\", "ends in \\\\"},
      {"a &lt; b & c", "a &amp;lt; b &amp; c"},
      {"two\nlines", "two lines"},
      {"<b>HTML</b>", "<b>HTML</b>"},
      {"Ministry of Foreign Affairs of the Republic", "Ministry of\\nForeign Affairs of\\nthe Republic"},
      {"Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffa\\nhrtsgesellschaft"},
      {"Владимир Зеленский", "Владимир Зеленский"},
      {"東京都港湾局東京港管理事務所", "東京都港湾局東京港\\n管理事務所"},
      {"", ""},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.name);
    CHECK(between(dot(lone(c.name), {}), "n1 [label=\"", "\", shape") == c.want);
  }
}

TEST_CASE("dot: an edge leads to the document of its quote when that is on the web") {
  struct Case {
    const char* uri;
    const char* want;  // "" when there is no link
  };
  constexpr Case kCases[] = {
      {"https://news.example/a?id=1&lang=en#top", "https://news.example/a?id=1&amp;lang=en#top"},
      {"HTTP://NEWS.example", "HTTP://NEWS.example"},
      {"http://x/\"><script>'\\", "http://x/%22%3E%3Cscript%3E%27%5C"},
      {"http://x/a b\n\tc", "http://x/a%20b%0A%09c"},
      {"https://x/š", "https://x/š"},
      {"", ""},
      {"http", ""},
      {"https", ""},
      {"http:/x", ""},
      {"articles/http://x.txt", ""},
      {"/home/mara/notes.txt", ""},
      {"file:///home/mara/notes.txt", ""},
      {"javascript://x", ""},
      {" https://x", ""},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.uri);
    auto graph = lone("a");
    graph.evidence = {{.document = {.uri = c.uri}}};
    const std::string text = dot(graph, {});
    CHECK((text.find("URL=") != std::string::npos) == (*c.want != '\0'));
    if (*c.want != '\0') CHECK(between(text, "URL=\"", "\", tooltip") == c.want);
  }
}

TEST_CASE("dot: the caption says what is left out") {
  const auto caption_of = [](const query::GraphResult& graph) {
    return between(dot(graph, {}), "#57606a\">", "</font>");
  };
  CHECK(caption_of(debate()) ==
        "the 5 strongest of 8 edges, 2025-01-03 to 2025-10-24; 1 entity without edges is not shown");
  CHECK(caption_of(lone("a")) == "1 edge");
  CHECK(caption_of(ring(3)) == "3 edges");
  CHECK(caption_of({.view = graph::View({}, {}), .clusters = {}}) == "0 edges");
}

TEST_CASE("dot: the layout engine follows the size") {
  struct Case {
    std::size_t edges;
    Engine want;
    const char* layout;
  };
  constexpr Case kCases[] = {
      {1, Engine::dot, "layout=dot,"},       {50, Engine::dot, "layout=dot,"},    {51, Engine::neato, "layout=neato,"},
      {400, Engine::neato, "layout=neato,"}, {401, Engine::sfdp, "layout=sfdp,"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.edges);
    const auto graph = ring(c.edges);
    CHECK(engine_for(graph) == c.want);
    CHECK(dot(graph, {}).find(c.layout) != std::string::npos);
  }
}

TEST_CASE("dot: clusters of one have no box") {
  const std::string text = dot(debate(), {});
  CHECK(text.find("subgraph cluster_1 ") != std::string::npos);
  CHECK(text.find("subgraph cluster_2 ") != std::string::npos);
  CHECK(text.find("subgraph cluster_3 ") == std::string::npos);
}

}  // namespace
}  // namespace claimgraph::exporters
