#include "exporters/picture.h"

#include <algorithm>

#include <fmt/format.h>

#include "exporters/graph_facts.h"

namespace claimgraph::exporters {
namespace {

// Measured with GraphViz 2.43: dot's pictures fit a page up to here, neato's are done in seconds up to there.
constexpr std::size_t kMostDotEdges = 50;
constexpr std::size_t kMostNeatoEdges = 400;

std::vector<std::vector<std::size_t>> members_of(const query::GraphResult& graph, const std::vector<bool>& shown) {
  std::vector<std::vector<std::size_t>> members;
  const auto& cluster_of = graph.clusters.cluster_of;
  for (std::size_t v = 0; v < std::min(cluster_of.size(), shown.size()); ++v) {
    if (!shown[v]) continue;
    if (cluster_of[v] >= members.size()) members.resize(std::size_t{cluster_of[v]} + 1);
    members[cluster_of[v]].push_back(v);
  }
  for (auto& cluster : members) {
    if (cluster.size() < 2) cluster.clear();
  }
  return members;
}

}  // namespace

bool PictureView::clustered(std::size_t vertex) const {
  const auto& cluster_of = graph.clusters.cluster_of;
  return vertex < cluster_of.size() && cluster_of[vertex] < members.size() && !members[cluster_of[vertex]].empty();
}

std::string PictureView::cluster_label(std::size_t cluster, std::size_t names) const {
  auto ranked = members[cluster];
  std::stable_sort(ranked.begin(), ranked.end(),
                   [&](std::size_t a, std::size_t b) { return strength[a] > strength[b]; });
  ranked.resize(std::min(ranked.size(), names));
  std::string out = fmt::format("Cluster {}: ", cluster + 1);
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    out += (i > 0 ? ", " : "") + graph.view.vertices()[ranked[i]].name;
  }
  return out;
}

Engine engine_for(const query::GraphResult& graph) {
  const std::size_t edges = graph.view.edges().size();
  if (edges <= kMostDotEdges) return Engine::dot;
  return edges <= kMostNeatoEdges ? Engine::neato : Engine::sfdp;
}

PictureView picture_of(const query::GraphResult& graph) {
  const std::size_t vertices = graph.view.vertices().size();
  PictureView picture{.graph = graph,
                      .engine = engine_for(graph),
                      .strength = strengths(graph.view),
                      .shown = std::vector<bool>(vertices, false),
                      .takes_side = std::vector<bool>(vertices, false)};
  for (const double strength : picture.strength) picture.strongest = std::max(picture.strongest, strength);
  for (const auto& edge : graph.view.edges()) {
    for (const auto end : {edge.from, edge.to}) {
      picture.shown[static_cast<std::size_t>(end)] = true;
      if (sign_of(edge.kind) != 0) picture.takes_side[static_cast<std::size_t>(end)] = true;
    }
  }
  picture.members = members_of(graph, picture.shown);
  return picture;
}

}  // namespace claimgraph::exporters
