#include "exporters/graph_columns.h"

namespace claimgraph::exporters {
namespace {

constexpr GraphColumn kNodeColumns[] = {
    {.name = "id", .in_gexf = false},
    {.name = "name", .in_gexf = false},
    {.name = "type"},
    {.name = "cluster", .type = ColumnType::integer},
    {.name = "stability", .type = ColumnType::real},
    {.name = "strength", .type = ColumnType::real},
};

constexpr GraphColumn kEdgeColumns[] = {
    {.name = "source", .in_gexf = false},
    {.name = "target", .in_gexf = false},
    {.name = "kind", .in_gexf = false},
    {.name = "sign", .type = ColumnType::integer},
    {.name = "count", .type = ColumnType::integer},
    {.name = "weight", .type = ColumnType::real, .in_gexf = false},
    {.name = "first", .in_gexf = false},
    {.name = "last", .in_gexf = false},
    {.name = "source_name", .in_gexf = false},
    {.name = "target_name", .in_gexf = false},
    {.name = "quote"},
    {.name = "title"},
    {.name = "publisher"},
    {.name = "published"},
    {.name = "uri"},
    {.name = "evidence"},
    {.name = "documents"},
};

}  // namespace

std::span<const GraphColumn> node_columns() { return kNodeColumns; }
std::span<const GraphColumn> edge_columns() { return kEdgeColumns; }

Table table_with(std::span<const GraphColumn> columns) {
  Table table;
  for (const auto& column : columns) table.columns.push_back({.name = std::string(column.name)});
  return table;
}

}  // namespace claimgraph::exporters
