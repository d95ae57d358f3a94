#include "claimgraph/exporters/graph_files.h"

#include <memory>

#include <doctest/doctest.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include "debate.h"
#include "support/golden.h"

namespace claimgraph::exporters {
namespace {

void check(const char* name, std::string_view got) {
  test::check_golden(test::data_folder() / "exporters" / name, got);
}

std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> parsed(const std::string& xml) {
  return {xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "test.xml", nullptr, XML_PARSE_NONET), xmlFreeDoc};
}

// All text of the elements of that name, one after the other.
std::string content_of(const xmlNode* node, std::string_view name) {
  std::string out;
  for (; node != nullptr; node = node->next) {
    if (node->type == XML_ELEMENT_NODE && name == reinterpret_cast<const char*>(node->name)) {
      const std::unique_ptr<xmlChar, void (*)(void*)> text(xmlNodeGetContent(node), [](void* p) { xmlFree(p); });
      out += reinterpret_cast<const char*>(text.get());
      out += '|';
    }
    out += content_of(node->children, name);
  }
  return out;
}

TEST_CASE("graph files: one debate in every format") {
  const auto graph = debate();
  check("graph.graphml", graphml(graph));
  check("graph.yed.graphml", graphml(graph, GraphmlDialect::yed));
  check("graph.visone.graphml", graphml(graph, GraphmlDialect::visone));
  check("graph.gexf", gexf(graph));
  check("graph.net", pajek(graph));
  check("graph.dl", ucinet_dl(graph));
  check("graph.jsonl", graph_jsonl(graph));
  check("graph.nodes.csv", to_csv(nodes_of(graph)));
  check("graph.edges.csv", to_csv(edges_of(graph)));
}

TEST_CASE("graph files: XML is well-formed and gives the text back") {
  const auto graph = debate();
  const auto document = parsed(graphml(graph));
  REQUIRE(document != nullptr);
  const std::string data = content_of(xmlDocGetRootElement(document.get()), "data");
  for (const auto& vertex : graph.view.vertices()) CHECK(data.find(vertex.name + "|") != std::string::npos);
  for (const auto& evidence : graph.evidence) {
    CHECK(data.find(evidence.quote + "|") != std::string::npos);
    CHECK(data.find(evidence.document.uri + "|") != std::string::npos);
  }
  CHECK(parsed(gexf(graph)) != nullptr);
}

TEST_CASE("graph files: characters that XML has no place for are replaced") {
  query::GraphResult graph{.view = graph::View({{kg::EntityId{1}, "a\x01\x1b\xef\xbf\xbe z\tb\r\n", {}}}, {}),
                           .clusters = {}};
  const auto document = parsed(graphml(graph));
  REQUIRE(document != nullptr);
  const std::string data = content_of(xmlDocGetRootElement(document.get()), "data");
  CHECK(data.starts_with("a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd z\tb\r\n|"));
  CHECK(parsed(gexf(graph)) != nullptr);
}

TEST_CASE("graph files: Pajek and UCINET tell vertices of one name apart") {
  const std::vector<graph::Vertex> vertices = {{kg::EntityId{1}, "Carrow", kg::EntityType::place},
                                               {kg::EntityId{2}, "Carrow", kg::EntityType::organisation},
                                               {kg::EntityId{3}, "Carrow", kg::EntityType::organisation},
                                               {kg::EntityId{4}, "a \"b\" \\ c\n", kg::EntityType::work}};
  const query::GraphResult graph{
      .view = graph::View(vertices, {{.to = graph::VertexId{1}, .kind = graph::EdgeKind::oppose, .weight = 0.5}}),
      .clusters = {}};
  CHECK(pajek(graph) ==
        "*Vertices 4\n1 \"Carrow\"\n2 \"Carrow (organisation)\"\n3 \"Carrow (organisation) 2\"\n4 \"a 'b' / c\"\n"
        "*Arcs\n1 2 -0.5 l \"oppose\"\n");
  CHECK(ucinet_dl(graph) ==
        "dl n=4 format=edgelist1\nlabels:\n\"Carrow\"\n\"Carrow (organisation)\"\n\"Carrow (organisation) 2\"\n"
        "\"a 'b' / c\"\ndata:\n1 2 0.5\n");
}

TEST_CASE("graph files: an empty graph is a file too") {
  const query::GraphResult empty{.view = graph::View({}, {}), .clusters = {}};
  CHECK(parsed(graphml(empty)) != nullptr);
  CHECK(parsed(gexf(empty)) != nullptr);
  CHECK(graph_jsonl(empty).empty());
  CHECK(pajek(empty) == "*Vertices 0\n*Arcs\n");
  CHECK(ucinet_dl(empty) == "dl n=0 format=edgelist1\nlabels:\ndata:\n");
  CHECK(to_csv(nodes_of(empty)) == "id,name,type,cluster,stability,strength\r\n");
}

}  // namespace
}  // namespace claimgraph::exporters
