#include "claimgraph/exporters/dot.h"

#include <cmath>

#include <fmt/format.h>

#include "exporters/document_text.h"
#include "exporters/dot_heading.h"
#include "exporters/dot_style.h"
#include "exporters/dot_text.h"
#include "exporters/graph_facts.h"
#include "exporters/picture.h"
#include "exporters/tooltip.h"

namespace claimgraph::exporters {
namespace {

constexpr double kSmallestFont = 11;  // points
constexpr double kLargestFont = 18;

// Seeds are fixed, so that the same graph is the same picture.
std::string_view layout_of(Engine engine) {
  switch (engine) {
    case Engine::dot: return "layout=dot, rankdir=LR, nodesep=0.28, ranksep=0.5, newrank=true, splines=true";
    case Engine::neato: return "layout=neato, overlap=prism, splines=true, sep=\"+8\", start=1";
    case Engine::sfdp:
      return "layout=sfdp, overlap=prism, splines=line, sep=\"+8\", K=0.6, repulsiveforce=1.2, start=1";
  }
  return {};
}

std::string defaults(const PictureView& picture, const DotOptions& options) {
  return fmt::format(
      "  graph [{}, outputorder=edgesfirst, bgcolor=white, pad=0.3, fontname=\"{font}\",\n"
      "         labelloc=t, labeljust=l, tooltip=\" \", label={}];\n"
      "  node [fontname=\"{font}\", fontcolor=\"#1f2328\", penwidth=1.2, height=0.3, margin=\"0.12,0.06\"];\n"
      "  edge [fontname=\"{font}\", fontsize=10];\n\n",
      layout_of(picture.engine), heading(picture, options), fmt::arg("font", kFont));
}

std::string node(const PictureView& picture, std::size_t v, const DotOptions& options, std::string_view tooltip) {
  const auto& vertex = picture.graph.view.vertices()[v];
  const auto& style = style_of(vertex.type);
  ClusterStyle tint{.fill = style.fill, .rim = style.rim};
  if (!picture.has_boxes()) {
    tint = tint_style(picture.clustered(v) ? picture.graph.clusters.cluster_of[v] : kClusterTints);
  }
  const double share = picture.strongest > 0 ? std::sqrt(picture.strength[v] / picture.strongest) : 0;
  return fmt::format(
      "n{} [label={}, shape={}, style=\"{}\", fillcolor=\"{}\", color=\"{}\", fontsize={:.1f}, tooltip={}];\n", v + 1,
      dot_label(vertex.name, options.label_width), style.shape, style.style, tint.fill, tint.rim,
      kSmallestFont + (kLargestFont - kSmallestFont) * share, dot_tooltip(tooltip));
}

std::string box_opening(const PictureView& picture, std::size_t cluster) {
  const auto& style = box_style(static_cast<std::uint32_t>(cluster));
  return fmt::format(
      "  subgraph cluster_{} {{\n"
      "    graph [label={}, tooltip=\" \", labelloc=t, labeljust=l, fontsize=11, fontcolor=\"#57606a\",\n"
      "           style=\"rounded,filled\", fillcolor=\"{}\", color=\"{}\", margin=14];\n",
      cluster + 1, dot_string(picture.cluster_label(cluster, 2)), style.fill, style.rim);
}

std::string nodes(const PictureView& picture, const DotOptions& options) {
  const auto tooltips = vertex_tooltips(picture.graph.view);
  std::string out;
  for (std::size_t c = 0; picture.has_boxes() && c < picture.members.size(); ++c) {
    if (picture.members[c].empty()) continue;
    out += box_opening(picture, c);
    for (const std::size_t v : picture.members[c]) out += "    " + node(picture, v, options, tooltips[v]);
    out += "  }\n";
  }
  for (std::size_t v = 0; v < picture.shown.size(); ++v) {
    if (!picture.shown[v] || (picture.has_boxes() && picture.clustered(v))) continue;
    out += "  " + node(picture, v, options, tooltips[v]);
  }
  return out;
}

std::string edge(const PictureView& picture, std::size_t e) {
  const auto& edge = picture.graph.view.edges()[e];
  const auto from = static_cast<std::size_t>(edge.from);
  const auto to = static_cast<std::size_t>(edge.to);
  const auto& style = style_of(edge.kind);
  // Ranks come from who supports and opposes whom; the rest would only pull the picture apart. Vertices that nothing
  // else holds keep their place by it.
  const bool ranks = sign_of(edge.kind) != 0 || !picture.takes_side[from] || !picture.takes_side[to];
  const std::string address = link_to(evidence_at(picture.graph, e).document);
  const std::string link = address.empty() ? "" : fmt::format(", URL={}", dot_string(address));
  return fmt::format("  n{} -> n{} [color=\"{}\", {}, penwidth={:.1f}{}{}, tooltip={}];\n", from + 1, to + 1,
                     style.color, style.attributes, pen_width(edge.kind, edge.count),
                     picture.has_boxes() && !ranks ? ", constraint=false" : "", link,
                     dot_tooltip(edge_tooltip(picture.graph, e)));
}

}  // namespace

std::string dot(const query::GraphResult& graph, const DotOptions& options) {
  const PictureView picture = picture_of(graph);
  std::string out = "digraph claims {\n" + defaults(picture, options) + nodes(picture, options) + "\n";
  for (std::size_t e = 0; e < graph.view.edges().size(); ++e) out += edge(picture, e);
  return out + "}\n";
}

}  // namespace claimgraph::exporters
