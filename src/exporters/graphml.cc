#include <string_view>

#include <fmt/format.h>

#include "claimgraph/base/utf8.h"
#include "claimgraph/exporters/graph_files.h"
#include "exporters/dot_style.h"
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

// Where the picture of a node or edge stands: the key that yEd and visone look for.
constexpr std::string_view kYedKeys =
    "  <key id=\"node_picture\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n"
    "  <key id=\"edge_picture\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n";

std::string_view namespaces(GraphmlDialect dialect) {
  switch (dialect) {
    case GraphmlDialect::plain: return "";
    case GraphmlDialect::yed: return "         xmlns:y=\"http://www.yworks.com/xml/graphml\"\n";
    case GraphmlDialect::visone: break;
  }
  return "         xmlns:y=\"http://www.yworks.com/xml/graphml\"\n         xmlns:visone=\"http://visone.info/xmlns\"\n";
}

// `picture` as the element of that dialect; visone wraps what yEd writes.
std::string in_dialect(GraphmlDialect dialect, std::string_view element, std::string_view wrapper,
                       std::string_view picture) {
  const std::string data = dialect == GraphmlDialect::visone
                               ? fmt::format("<visone:{0}>{1}</visone:{0}>", wrapper, picture)
                               : std::string(picture);
  return fmt::format("      <data key=\"{}_picture\">{}</data>\n", element, data);
}

std::string_view yed_shape(kg::EntityType type) {
  switch (type) {
    case kg::EntityType::person:
    case kg::EntityType::other: return "ellipse";
    case kg::EntityType::organisation:
    case kg::EntityType::work: return "rectangle";
    case kg::EntityType::concept_: return "roundrectangle";
    case kg::EntityType::place: return "hexagon";
    case kg::EntityType::group: return "octagon";
    case kg::EntityType::event: break;
  }
  return "diamond";
}

std::string node_picture(GraphmlDialect dialect, const graph::Vertex& vertex) {
  if (dialect == GraphmlDialect::plain) return {};
  const NodeStyle& style = style_of(vertex.type);
  const std::string picture = fmt::format(
      "<y:ShapeNode><y:Geometry height=\"30.0\" width=\"{:.1f}\" x=\"0.0\" y=\"0.0\"/>"
      "<y:Fill color=\"{}\" transparent=\"false\"/><y:BorderStyle color=\"{}\" type=\"line\" width=\"1.0\"/>"
      "<y:NodeLabel>{}</y:NodeLabel><y:Shape type=\"{}\"/></y:ShapeNode>",
      20 + 7 * static_cast<double>(display_width(vertex.name)), style.fill, style.rim, xml_escaped(vertex.name),
      yed_shape(vertex.type));
  return in_dialect(dialect, "node", "shapeNode", picture);
}

std::string edge_picture(GraphmlDialect dialect, const graph::Edge& edge) {
  if (dialect == GraphmlDialect::plain) return {};
  const bool takes_no_side = edge.kind == graph::EdgeKind::claim || edge.kind == graph::EdgeKind::neutral;
  const std::string picture = fmt::format(
      "<y:PolyLineEdge><y:LineStyle color=\"{}\" type=\"{}\" width=\"{:.1f}\"/>"
      "<y:Arrows source=\"none\" target=\"{}\"/></y:PolyLineEdge>",
      style_of(edge.kind).color, takes_no_side ? "dashed" : "line", pen_width(edge.kind, edge.count),
      edge.kind == graph::EdgeKind::oppose ? "t_shape" : "standard");
  return in_dialect(dialect, "edge", "polyLineEdge", picture);
}

}  // namespace

std::string graphml(const query::GraphResult& graph, GraphmlDialect dialect) {
  const Table nodes = nodes_of(graph);
  const Table edges = edges_of(graph);
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n{}"
      "         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
      "         xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
      "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n",
      namespaces(dialect));
  out += keys(node_columns(), 1, "node") + keys(edge_columns(), 2, "edge");
  if (dialect != GraphmlDialect::plain) out += kYedKeys;
  out += "  <graph id=\"claims\" edgedefault=\"directed\">\n";
  for (std::size_t i = 0; i < nodes.rows.size(); ++i) {
    const auto& row = nodes.rows[i];
    out += fmt::format("    <node id=\"{}\">\n{}{}    </node>\n", plain_text(row[0]),
                       data(node_columns(), row, 1, "node"), node_picture(dialect, graph.view.vertices()[i]));
  }
  for (std::size_t i = 0; i < edges.rows.size(); ++i) {
    const auto& row = edges.rows[i];
    out += fmt::format("    <edge id=\"e{}\" source=\"{}\" target=\"{}\">\n{}{}    </edge>\n", i + 1,
                       plain_text(row[0]), plain_text(row[1]), data(edge_columns(), row, 2, "edge"),
                       edge_picture(dialect, graph.view.edges()[i]));
  }
  return out + "  </graph>\n</graphml>\n";
}

}  // namespace claimgraph::exporters
