#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "claimgraph/query/query.h"

namespace claimgraph::exporters {

// GraphViz's layout engines that suit graphs of claims.
enum class Engine { dot, neato, sfdp };

struct DotOptions {
  std::string title;             // above the picture; empty: none
  std::size_t label_width = 18;  // columns at which names are broken into lines
  bool legend = true;            // what shapes, colours and arrows mean, beside the title
};

// The engine whose pictures of a graph of this size can be read and are done in seconds. dot draws clusters as boxes
// but needs minutes from some hundred edges on (200 vertices and 400 edges: 2 s; 500 and 1000: over 400 s); neato keeps
// up to some hundred edges close together; sfdp draws thousands.
Engine engine_for(const query::GraphResult& graph);

// A diagram in GraphViz's language that can be printed as it is. Shape shows a vertex's type, size its strength;
// support is green with an arrow, opposition red with a bar, so that they differ without colour too; width shows the
// number of facts. With dot, clusters of two and more are boxes and tints show types; with the others tints show
// clusters. The layout engine is named in the text, the caption says what was left out (vertices without edges always
// are), tooltips hold the quotes and the documents they stand in, to which the edges lead when they are
// on the web. The same graph gives the same bytes.
std::string dot(const query::GraphResult& graph, const DotOptions& options);

}  // namespace claimgraph::exporters
