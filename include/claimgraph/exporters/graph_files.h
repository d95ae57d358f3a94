#pragma once

#include <string>

#include "claimgraph/exporters/table.h"
#include "claimgraph/query/query.h"

// The graph in the formats of other programs. Vertices are named "n" and the 16 hexadecimal digits of their entity's
// id, so that files made from different stores fit together; clusters count from 1; a sign is 1, 0 or -1.
namespace claimgraph::exporters {

// A vertex a row: id, name, type, cluster, stability, strength (weight of its edges).
Table nodes_of(const query::GraphResult& graph);
// An edge a row: source, target, kind, sign, count, weight, first, last, source_name, target_name, quote; title,
// publisher, published and uri of the document it stands in; evidence, documents (the ids of all facts and documents).
// The first two columns are the ends, as igraph, Gephi and Cytoscape want them.
Table edges_of(const query::GraphResult& graph);

// One object a line: nodes ("element":"node"), then edges ("element":"edge"), with the fields of the tables above.
std::string graph_jsonl(const query::GraphResult& graph);
// Whose GraphML: that of everybody, or with shapes, colours and labels where yEd or visone look for them.
enum class GraphmlDialect { plain, yed, visone };

// GraphML 1.0 (http://graphml.graphdrawing.org), UTF-8, every column above as a typed attribute.
std::string graphml(const query::GraphResult& graph, GraphmlDialect dialect = GraphmlDialect::plain);
// GEXF 1.3 (https://gexf.net), for Gephi; with the dates of the edges as its time.
std::string gexf(const query::GraphResult& graph);

// A Pajek network: vertices by number and name, arcs with their weight, which is negative for opposition (Pajek takes
// signed networks so), and their kind as the label of the line.
std::string pajek(const query::GraphResult& graph);
// UCINET's DL, an edge list by number; where there are several kinds of edge, each is a matrix of its own, with
// positive weights.
std::string ucinet_dl(const query::GraphResult& graph);

}  // namespace claimgraph::exporters
