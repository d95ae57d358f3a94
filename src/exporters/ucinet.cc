#include <array>

#include <fmt/format.h>

#include "claimgraph/exporters/graph_files.h"
#include "claimgraph/kg/vocabulary.h"
#include "exporters/network_labels.h"

namespace claimgraph::exporters {
namespace {

constexpr std::array kKinds = {graph::EdgeKind::claim, graph::EdgeKind::support, graph::EdgeKind::oppose,
                               graph::EdgeKind::neutral};

// The edges of one kind, a line each.
std::string matrix(const graph::View& view, graph::EdgeKind kind) {
  std::string out;
  for (const graph::Edge& edge : view.edges()) {
    if (edge.kind != kind) continue;
    out += fmt::format("{} {} {}\n", static_cast<std::uint32_t>(edge.from) + 1, static_cast<std::uint32_t>(edge.to) + 1,
                       edge.weight);
  }
  return out;
}

}  // namespace

std::string ucinet_dl(const query::GraphResult& graph) {
  std::vector<std::string_view> names;
  std::vector<std::string> matrices;
  for (const graph::EdgeKind kind : kKinds) {
    std::string lines = matrix(graph.view, kind);
    if (lines.empty()) continue;
    names.push_back(kg::spell(kind));
    matrices.push_back(std::move(lines));
  }
  std::string out = "dl ";
  if (matrices.size() > 1) out += fmt::format("nm={}, ", matrices.size());
  out += fmt::format("n={} format=edgelist1\nlabels:\n", graph.view.vertices().size());
  for (const std::string& label : network_labels(graph.view)) out += fmt::format("\"{}\"\n", label);
  if (matrices.size() > 1) out += fmt::format("matrix labels:\n{}\n", fmt::join(names, "\n"));
  return out + fmt::format("data:\n{}", fmt::join(matrices, "!\n"));
}

}  // namespace claimgraph::exporters
