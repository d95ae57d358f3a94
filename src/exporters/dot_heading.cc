#include "exporters/dot_heading.h"

#include <algorithm>
#include <functional>
#include <set>

#include <fmt/format.h>

#include "exporters/dot_style.h"
#include "exporters/dot_text.h"

namespace claimgraph::exporters {
namespace {

// The earliest or latest of dates that are known; ISO dates sort as text.
template <typename Better>
std::string extreme(const query::GraphResult& graph, std::string query::EdgeEvidence::*date, const Better& better) {
  std::string out;
  for (const auto& evidence : graph.evidence) {
    const std::string& known = evidence.*date;
    if (!known.empty() && (out.empty() || better(known, out))) out = known;
  }
  return out;
}

std::string row(std::string_view cells) { return fmt::format("<tr><td align=\"left\">{}</td></tr>", cells); }

std::string colored(std::string_view color, std::string_view html) {
  return fmt::format("<font color=\"{}\">{}</font>", color, html);
}

std::string edge_legend(const graph::View& view) {
  std::set<graph::EdgeKind> kinds;
  for (const auto& edge : view.edges()) kinds.insert(edge.kind);
  std::string out;
  for (const auto kind : kinds) {
    const auto& style = style_of(kind);
    out += " &#160; ";
    out += colored(style.color, fmt::format("<b>{}</b> {}", style.sample, style.meaning));
  }
  return out;
}

std::string tinted_cell(std::string_view rim, std::string_view fill, std::string_view text) {
  return fmt::format("<td border=\"1\" color=\"{}\" bgcolor=\"{}\" cellpadding=\"3\">{}</td>", rim, fill,
                     html_escaped(text));
}

// The types that occur, in their tints.
std::string type_legend(const PictureView& picture) {
  std::set<kg::EntityType> types;
  for (std::size_t v = 0; v < picture.shown.size(); ++v) {
    if (picture.shown[v]) types.insert(picture.graph.view.vertices()[v].type);
  }
  std::string out;
  for (const auto type : types) out += tinted_cell(style_of(type).rim, style_of(type).fill, kg::spell(type));
  return out;
}

// The clusters that have a tint of their own.
std::string cluster_legend(const PictureView& picture) {
  std::string out;
  for (std::uint32_t c = 0; c < std::min<std::size_t>(picture.members.size(), kClusterTints); ++c) {
    if (picture.members[c].empty()) continue;
    out += tinted_cell(tint_style(c).rim, tint_style(c).fill, picture.cluster_label(c, 1));
  }
  return out;
}

std::string cells(std::string_view html) {
  return row(fmt::format("<table border=\"0\" cellborder=\"0\" cellspacing=\"4\" cellpadding=\"1\"><tr>{}</tr></table>",
                         html));
}

std::string legend(const PictureView& picture) {
  const std::string edges = fmt::format("<td align=\"left\">{}</td>", edge_legend(picture.graph.view));
  if (picture.has_boxes()) return cells(type_legend(picture) + edges);
  const std::string clusters = cluster_legend(picture);
  return (clusters.empty() ? "" : cells(clusters)) + cells(edges);
}

}  // namespace

std::string caption(const PictureView& picture) {
  const auto& graph = picture.graph;
  const std::size_t edges = graph.view.edges().size();
  std::string out = edges < graph.edges_total ? fmt::format("the {} strongest of {} edges", edges, graph.edges_total)
                                              : fmt::format("{} edge{}", edges, edges == 1 ? "" : "s");
  const auto first = extreme(graph, &query::EdgeEvidence::first_date, std::less<>());
  const auto last = extreme(graph, &query::EdgeEvidence::last_date, std::greater<>());
  if (!first.empty()) out += first == last ? ", " + first : fmt::format(", {} to {}", first, last);
  const auto hidden = std::count(picture.shown.begin(), picture.shown.end(), false);
  if (hidden == 1) out += "; 1 entity without edges is not shown";
  if (hidden > 1) out += fmt::format("; {} entities without edges are not shown", hidden);
  return out;
}

std::string heading(const PictureView& picture, const DotOptions& options) {
  std::string rows;
  if (!options.title.empty()) {
    rows += row(fmt::format("<font point-size=\"18\"><b>{}</b></font>", html_escaped(options.title)));
  }
  rows += row(fmt::format("<font point-size=\"11\" color=\"#57606a\">{}</font>", html_escaped(caption(picture))));
  if (options.legend && !picture.graph.view.edges().empty()) rows += legend(picture);
  return fmt::format(
      "<<font point-size=\"11\"><table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"2\">{}</table>"
      "</font>>",
      rows);
}

}  // namespace claimgraph::exporters
