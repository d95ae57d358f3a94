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
    case ColumnType::integer: return "int";
    case ColumnType::real: return "double";
  }
  return {};
}

// Declares `columns` from `first` on as attributes of `element`.
std::string keys(std::span<const GraphColumn> columns, std::size_t first, std::string_view element) {
  std::string out;
  for (const auto& column : columns.subspan(first)) {
    out += fmt::format("  <key id=\"{0}_{1}\" for=\"{0}\" attr.name=\"{1}\" attr.type=\"{2}\"/>\n", element,
                       column.name, spell(column.type));
  }
  return out;
}

// The values of a row from `first` on; what is not known is left out.
std::string data(std::span<const GraphColumn> columns, const std::vector<Value>& row, std::size_t first,
                 std::string_view element) {
  std::string out;
  for (std::size_t i = first; i < row.size(); ++i) {
    if (std::holds_alternative<std::monostate>(row[i])) continue;
    out +=
        fmt::format("      <data key=\"{}_{}\">{}</data>\n", element, columns[i].name, xml_escaped(plain_text(row[i])));
  }
  return out;
}

}  // namespace

std::string graphml(const query::GraphResult& graph) {
  const Table nodes = nodes_of(graph);
  const Table edges = edges_of(graph);
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"
      "         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
      "         xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
      "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
  out += keys(node_columns(), 1, "node") + keys(edge_columns(), 2, "edge");
  out += "  <graph id=\"claims\" edgedefault=\"directed\">\n";
  for (const auto& row : nodes.rows) {
    out +=
        fmt::format("    <node id=\"{}\">\n{}    </node>\n", plain_text(row[0]), data(node_columns(), row, 1, "node"));
  }
  for (std::size_t i = 0; i < edges.rows.size(); ++i) {
    const auto& row = edges.rows[i];
    out += fmt::format("    <edge id=\"e{}\" source=\"{}\" target=\"{}\">\n{}    </edge>\n", i + 1, plain_text(row[0]),
                       plain_text(row[1]), data(edge_columns(), row, 2, "edge"));
  }
  return out + "  </graph>\n</graphml>\n";
}

}  // namespace claimgraph::exporters
