#include <string_view>

#include <fmt/format.h>

#include "claimgraph/exporters/graph_files.h"
#include "exporters/value.h"
#include "exporters/xml.h"

namespace claimgraph::exporters {
namespace {

// A column of a table as a GEXF attribute; `column` is its place.
struct Attribute {
  std::size_t column = 0;
  std::string_view type;
};

// Ends, weight, kind and dates of edges have places of their own in the format; so have ids and names of nodes.
constexpr Attribute kNodeAttributes[] = {{2, "string"}, {3, "integer"}, {4, "double"}, {5, "double"}};
constexpr Attribute kEdgeAttributes[] = {{3, "integer"}, {4, "integer"}, {10, "string"}, {11, "string"}};

template <std::size_t N>
std::string declared(const Table& table, const Attribute (&attributes)[N], std::string_view element) {
  std::string out = fmt::format("    <attributes class=\"{}\">\n", element);
  for (const auto& [column, type] : attributes) {
    out += fmt::format("      <attribute id=\"{0}\" title=\"{0}\" type=\"{1}\"/>\n", table.columns[column].name, type);
  }
  return out + "    </attributes>\n";
}

template <std::size_t N>
std::string values(const Table& table, const std::vector<Value>& row, const Attribute (&attributes)[N]) {
  std::string out = "        <attvalues>\n";
  for (const auto& [column, type] : attributes) {
    if (std::holds_alternative<std::monostate>(row[column])) continue;
    out += fmt::format("          <attvalue for=\"{}\" value=\"{}\"/>\n", table.columns[column].name,
                       xml_escaped(plain_text(row[column])));
  }
  return out + "        </attvalues>\n";
}

// " name="value"", or nothing when the value is not known.
std::string attribute(std::string_view name, const Value& value) {
  if (std::holds_alternative<std::monostate>(value)) return {};
  return fmt::format(" {}=\"{}\"", name, xml_escaped(plain_text(value)));
}

// The same for a date, if it names a day, which is what the format takes.
std::string day(std::string_view name, const Value& value) {
  return plain_text(value).size() == std::string_view("2025-10-24").size() ? attribute(name, value) : "";
}

std::string edge_element(const Table& edges, std::size_t i) {
  const auto& row = edges.rows[i];
  return fmt::format("      <edge id=\"{}\" source=\"{}\" target=\"{}\"{}{}{}{}>\n{}      </edge>\n", i + 1,
                     plain_text(row[0]), plain_text(row[1]), attribute("kind", row[2]), attribute("weight", row[5]),
                     day("start", row[6]), day("end", row[7]), values(edges, row, kEdgeAttributes));
}

}  // namespace

std::string gexf(const query::GraphResult& graph) {
  const Table nodes = nodes_of(graph);
  const Table edges = edges_of(graph);
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
      "  <graph defaultedgetype=\"directed\" timeformat=\"date\">\n";
  out += declared(nodes, kNodeAttributes, "node") + declared(edges, kEdgeAttributes, "edge");
  out += "    <nodes>\n";
  for (const auto& row : nodes.rows) {
    out += fmt::format("      <node id=\"{}\" label=\"{}\">\n{}      </node>\n", plain_text(row[0]),
                       xml_escaped(plain_text(row[1])), values(nodes, row, kNodeAttributes));
  }
  out += "    </nodes>\n    <edges>\n";
  for (std::size_t i = 0; i < edges.rows.size(); ++i) out += edge_element(edges, i);
  return out + "    </edges>\n  </graph>\n</gexf>\n";
}

}  // namespace claimgraph::exporters
