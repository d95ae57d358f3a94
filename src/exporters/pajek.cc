#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "claimgraph/exporters/graph_files.h"
#include "claimgraph/kg/vocabulary.h"
#include "exporters/network_labels.h"

namespace claimgraph::exporters {

std::string pajek(const query::GraphResult& graph) {
  const std::vector<std::string> labels = network_labels(graph.view);
  std::string out = fmt::format("*Vertices {}\n", labels.size());
  for (std::size_t v = 0; v < labels.size(); ++v) out += fmt::format("{} \"{}\"\n", v + 1, labels[v]);
  out += "*Arcs\n";
  for (const graph::Edge& edge : graph.view.edges()) {
    const double weight = edge.kind == graph::EdgeKind::oppose ? -edge.weight : edge.weight;
    out += fmt::format("{} {} {} l \"{}\"\n", static_cast<std::uint32_t>(edge.from) + 1,
                       static_cast<std::uint32_t>(edge.to) + 1, weight, kg::spell(edge.kind));
  }
  return out;
}

}  // namespace claimgraph::exporters
