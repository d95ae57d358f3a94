#include "exporters/tooltip.h"

#include <array>

#include <fmt/format.h>

#include "exporters/document_text.h"
#include "exporters/dot_style.h"
#include "exporters/graph_facts.h"

namespace claimgraph::exporters {
namespace {

// Facts that leave and enter a vertex, by kind of edge.
struct Tally {
  std::array<std::uint64_t, 4> out = {};
  std::array<std::uint64_t, 4> in = {};
};

std::string tooltip(const graph::Vertex& vertex, const Tally& tally) {
  constexpr std::array<const char*, 4> kOut = {"claims made", "support given", "opposition voiced", "neutral stances"};
  constexpr std::array<const char*, 4> kIn = {"claims about it", "support received", "opposition met",
                                              "neutral stances toward it"};
  std::string out = fmt::format("{} ({})", vertex.name, kg::spell(vertex.type));
  for (std::size_t kind = 0; kind < kOut.size(); ++kind) {
    if (tally.out[kind] > 0) out += fmt::format("\n{}: {}", kOut[kind], tally.out[kind]);
    if (tally.in[kind] > 0) out += fmt::format("\n{}: {}", kIn[kind], tally.in[kind]);
  }
  return out;
}

}  // namespace

std::vector<std::string> vertex_tooltips(const graph::View& view) {
  std::vector<Tally> tallies(view.vertices().size());
  for (const auto& edge : view.edges()) {
    const auto kind = static_cast<std::size_t>(edge.kind);
    tallies[static_cast<std::size_t>(edge.from)].out[kind] += edge.count;
    tallies[static_cast<std::size_t>(edge.to)].in[kind] += edge.count;
  }
  std::vector<std::string> out;
  for (std::size_t v = 0; v < tallies.size(); ++v) out.push_back(tooltip(view.vertices()[v], tallies[v]));
  return out;
}

std::string edge_tooltip(const query::GraphResult& graph, std::size_t i) {
  const auto& edge = graph.view.edges()[i];
  std::string out = fmt::format("{} {} {}", graph.view.vertex(edge.from).name, style_of(edge.kind).meaning,
                                graph.view.vertex(edge.to).name);
  if (edge.count > 1) out += fmt::format(" ({} times)", edge.count);
  const auto& evidence = evidence_at(graph, i);
  const auto& first = evidence.first_date;
  const auto& last = evidence.last_date;
  if (!first.empty()) out += first == last ? fmt::format(", {}", first) : fmt::format(", {} to {}", first, last);
  if (!evidence.quote.empty()) out += fmt::format("\n{}", evidence.quote);
  const auto& document = evidence.document;
  const auto place = listed({name_of(document), document.publisher, document.published});
  if (!place.empty()) out += fmt::format("\n— {}", place);
  return out;
}

}  // namespace claimgraph::exporters
