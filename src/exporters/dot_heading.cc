#include "exporters/dot_heading.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "exporters/dot_style.h"
#include "exporters/dot_text.h"

namespace claimgraph::exporters {
namespace {

// The earliest or latest of dates that are known; ISO dates sort as text.
template <typename Better>
std::string extreme(const std::vector<std::string>& dates, const Better& better) {
  std::string out;
  for (const auto& date : dates) {
    if (!date.empty() && (out.empty() || better(date, out))) out = date;
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
    if (!out.empty()) out += " &#160; ";
    out += colored(style.color, fmt::format("<b>{}</b> {}", style.sample, style.meaning));
  }
  return out;
}

// Cells in the tints of the types that occur.
std::string type_legend(const graph::View& view) {
  std::set<kg::EntityType> types;
  for (const auto& vertex : view.vertices()) types.insert(vertex.type);
  std::string out;
  for (const auto type : types) {
    const auto& style = style_of(type);
    out += fmt::format("<td border=\"1\" color=\"{}\" bgcolor=\"{}\" cellpadding=\"3\">{}</td>", style.rim, style.fill,
                       kg::spell(type));
  }
  return out;
}

std::string legend(const graph::View& view) {
  return fmt::format(
      "<tr><td align=\"left\"><table border=\"0\" cellborder=\"0\" cellspacing=\"4\" cellpadding=\"1\"><tr>{}"
      "<td>&#160; {}</td></tr></table></td></tr>",
      type_legend(view), edge_legend(view));
}

}  // namespace

std::string caption(const query::GraphResult& graph) {
  const std::size_t edges = graph.view.edges().size();
  std::string out = edges < graph.edges_total ? fmt::format("the {} strongest of {} edges", edges, graph.edges_total)
                                              : fmt::format("{} edge{}", edges, edges == 1 ? "" : "s");
  const auto first = extreme(graph.first_dates, std::less<>());
  const auto last = extreme(graph.last_dates, std::greater<>());
  if (!first.empty()) out += first == last ? ", " + first : fmt::format(", {} to {}", first, last);
  return out;
}

std::string heading(const query::GraphResult& graph, const DotOptions& options) {
  std::string rows;
  if (!options.title.empty()) {
    rows += row(fmt::format("<font point-size=\"18\"><b>{}</b></font>", html_escaped(options.title)));
  }
  rows += row(fmt::format("<font point-size=\"11\" color=\"#57606a\">{}</font>", html_escaped(caption(graph))));
  if (options.legend && !graph.view.edges().empty()) {
    rows += legend(graph.view);
  }
  return fmt::format(
      "<<font point-size=\"11\"><table border=\"0\" cellborder=\"0\" cellspacing=\"0\" "
      "cellpadding=\"2\">{}</table></font>>",
      rows);
}

}  // namespace claimgraph::exporters
