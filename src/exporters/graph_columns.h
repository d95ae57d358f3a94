#pragma once

#include <span>
#include <string_view>

#include "claimgraph/exporters/table.h"

// The columns of the tables of nodes and edges, once for all formats.
namespace claimgraph::exporters {

enum class ColumnType { text, integer, real };

struct GraphColumn {
  std::string_view name;
  ColumnType type = ColumnType::text;
  bool in_gexf = true;  // as an attribute: what GEXF has a place of its own for, or takes from the ends, is none
};

// In the order of nodes_of() and edges_of().
std::span<const GraphColumn> node_columns();
std::span<const GraphColumn> edge_columns();

// A table with these columns and no rows.
Table table_with(std::span<const GraphColumn> columns);

}  // namespace claimgraph::exporters
