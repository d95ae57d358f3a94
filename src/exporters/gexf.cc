#include <string_view>

#include <fmt/format.h>

#include "claimgraph/exporters/graph_files.h"
#include "exporters/graph_columns.h"
#include "exporters/value.h"
#include "exporters/xml.h"

namespace claimgraph::exporters {
namespace {

std::string_view spell(ColumnType type) {
  switch (type) {
    case ColumnType::text: return "string";
    case ColumnType::integer: return "integer";
    case ColumnType::real: return "double";
  }
  return {};
}

std::string declared(std::span<const GraphColumn> columns, std::string_view element) {
  std::string out = fmt::format("    <attributes class=\"{}\">\n", element);
  for (const auto& column : columns) {
    if (!column.in_gexf) continue;
    out += fmt::format("      <attribute id=\"{0}\" title=\"{0}\" type=\"{1}\"/>\n", column.name, spell(column.type));
  }
  return out + "    </attributes>\n";
}

std::string values(std::span<const GraphColumn> columns, const std::vector<Value>& row) {
  std::string out = "        <attvalues>\n";
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!columns[i].in_gexf || std::holds_alternative<std::monostate>(row[i])) continue;
    out += fmt::format("          <attvalue for=\"{}\" value=\"{}\"/>\n", columns[i].name,
                       xml_escaped(plain_text(row[i])));
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
                     day("start", row[6]), day("end", row[7]), values(edge_columns(), row));
}

}  // namespace

std::string gexf(const query::GraphResult& graph) {
  const Table nodes = nodes_of(graph);
  const Table edges = edges_of(graph);
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
      "  <graph defaultedgetype=\"directed\" timeformat=\"date\">\n";
  out += declared(node_columns(), "node") + declared(edge_columns(), "edge");
  out += "    <nodes>\n";
  for (const auto& row : nodes.rows) {
    out += fmt::format("      <node id=\"{}\" label=\"{}\">\n{}      </node>\n", plain_text(row[0]),
                       xml_escaped(plain_text(row[1])), values(node_columns(), row));
  }
  out += "    </nodes>\n    <edges>\n";
  for (std::size_t i = 0; i < edges.rows.size(); ++i) out += edge_element(edges, i);
  return out + "    </edges>\n  </graph>\n</gexf>\n";
}

}  // namespace claimgraph::exporters
