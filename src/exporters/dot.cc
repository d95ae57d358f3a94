#include "claimgraph/exporters/dot.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "exporters/dot_heading.h"
#include "exporters/dot_style.h"
#include "exporters/dot_text.h"
#include "exporters/graph_facts.h"

namespace claimgraph::exporters {
namespace {

using graph::Edge;
using graph::EdgeKind;
using graph::Vertex;

// Beyond these dot takes too long and fdp's boxes lie on one another.
constexpr std::size_t kMostDotEdges = 80;
constexpr std::size_t kMostFdpEdges = 150;
constexpr std::size_t kNamesInClusterLabel = 2;

std::string_view name_of(Engine engine) {
  switch (engine) {
    case Engine::dot: return "dot";
    case Engine::fdp: return "fdp";
    case Engine::sfdp: return "sfdp";
  }
  return {};
}

std::string graph_attributes(Engine engine) {
  switch (engine) {
    case Engine::dot: return "rankdir=LR, nodesep=0.28, ranksep=0.9, newrank=true, splines=true, remincross=true";
    case Engine::fdp: return "overlap=false, splines=true, sep=\"+12\", K=0.9, start=1";
    case Engine::sfdp: return "overlap=prism, splines=true, sep=\"+10\", K=0.9, repulsiveforce=1.6, start=1";
  }
  return {};
}

std::string node_id(std::size_t vertex) { return fmt::format("n{}", vertex + 1); }

// Facts that leave and enter each vertex, by kind: what its tooltip tells.
struct Tally {
  std::uint64_t out[4] = {};
  std::uint64_t in[4] = {};
};

std::vector<Tally> tallies(const graph::View& view) {
  std::vector<Tally> out(view.vertices().size());
  for (const auto& edge : view.edges()) {
    const auto kind = static_cast<std::size_t>(edge.kind);
    out[static_cast<std::size_t>(edge.from)].out[kind] += edge.count;
    out[static_cast<std::size_t>(edge.to)].in[kind] += edge.count;
  }
  return out;
}

std::string node_tooltip(const Vertex& vertex, const Tally& tally) {
  constexpr const char* kOut[] = {"claims made", "support given", "opposition voiced", "neutral stances"};
  constexpr const char* kIn[] = {"claims about it", "support received", "opposition met", "neutral stances toward it"};
  std::string out = fmt::format("{} ({})", vertex.name, kg::spell(vertex.type));
  for (std::size_t kind = 0; kind < 4; ++kind) {
    if (tally.out[kind] > 0) out += fmt::format("\n{}: {}", kOut[kind], tally.out[kind]);
    if (tally.in[kind] > 0) out += fmt::format("\n{}: {}", kIn[kind], tally.in[kind]);
  }
  return out;
}

std::string edge_tooltip(const query::GraphResult& graph, std::size_t i) {
  const Edge& edge = graph.view.edges()[i];
  std::string out = fmt::format("{} {} {}", graph.view.vertex(edge.from).name, style_of(edge.kind).meaning,
                                graph.view.vertex(edge.to).name);
  if (edge.count > 1) out += fmt::format(" ({} times)", edge.count);
  const auto first = text_at(graph.first_dates, i);
  const auto last = text_at(graph.last_dates, i);
  if (!first.empty()) out += first == last ? fmt::format(", {}", first) : fmt::format(", {} to {}", first, last);
  if (const auto quote = text_at(graph.quotes, i); !quote.empty()) out += fmt::format("\n{}", quote);
  return out;
}

// A picture's parts are written by one of these; it holds what they all need.
class Writer {
 public:
  Writer(const query::GraphResult& graph, const DotOptions& options)
      : graph_(graph),
        options_(options),
        engine_(engine_for(graph)),
        strengths_(strengths(graph.view)),
        tallies_(tallies(graph.view)),
        members_(shown_clusters()) {}

  std::string write() const {
    std::string out = "digraph claims {\n";
    out += fmt::format("  graph [layout={}, {}, outputorder=edgesfirst, bgcolor=white, pad=0.3, fontname=\"{}\",\n",
                       name_of(engine_), graph_attributes(engine_), kFont);
    out += fmt::format("         labelloc=t, labeljust=l, tooltip=\" \", label={}];\n", heading(graph_, options_));
    out += fmt::format(
        "  node [fontname=\"{}\", fontcolor=\"#1f2328\", penwidth=1.2, height=0.3, margin=\"0.12,0.06\"];\n", kFont);
    out += fmt::format("  edge [fontname=\"{}\", fontsize=10];\n\n", kFont);
    for (std::uint32_t c = 0; c < members_.size(); ++c) out += cluster(c);
    for (std::size_t v = 0; v < graph_.view.vertices().size(); ++v) {
      if (!in_box(v)) out += node(v, "  ");
    }
    out += '\n';
    for (std::size_t e = 0; e < graph_.view.edges().size(); ++e) out += edge(e);
    return out + "}\n";
  }

 private:
  // The vertices of each cluster, without clusters of one, which say nothing.
  std::vector<std::vector<std::size_t>> shown_clusters() const {
    std::vector<std::vector<std::size_t>> members;
    const auto& cluster_of = graph_.clusters.cluster_of;
    for (std::size_t v = 0; v < std::min(cluster_of.size(), graph_.view.vertices().size()); ++v) {
      if (cluster_of[v] >= members.size()) members.resize(std::size_t{cluster_of[v]} + 1);
      members[cluster_of[v]].push_back(v);
    }
    for (auto& cluster : members) {
      if (cluster.size() < 2) cluster.clear();
    }
    return members;
  }

  bool in_cluster(std::size_t v) const {
    return v < graph_.clusters.cluster_of.size() && !members_[graph_.clusters.cluster_of[v]].empty();
  }
  bool in_box(std::size_t v) const { return engine_ != Engine::sfdp && in_cluster(v); }

  std::string cluster(std::uint32_t c) const {
    if (members_[c].empty() || engine_ == Engine::sfdp) return {};
    const auto& style = cluster_style(c);
    std::string out = fmt::format(
        "  subgraph cluster_{} {{\n    graph [label={}, tooltip=\" \", labelloc=t, labeljust=l, fontsize=11, "
        "fontcolor=\"#57606a\", style=\"rounded,filled\",\n           fillcolor=\"{}\", color=\"{}\", margin=14];\n",
        c + 1, dot_string(cluster_label(c)), style.fill, style.rim);
    for (const std::size_t v : members_[c]) out += node(v, "    ");
    return out + "  }\n";
  }

  std::string cluster_label(std::uint32_t c) const {
    auto strongest = members_[c];
    std::stable_sort(strongest.begin(), strongest.end(),
                     [&](std::size_t a, std::size_t b) { return strengths_[a] > strengths_[b]; });
    strongest.resize(std::min(strongest.size(), kNamesInClusterLabel));
    std::string out = fmt::format("Cluster {}: ", c + 1);
    for (std::size_t i = 0; i < strongest.size(); ++i) {
      out += (i > 0 ? ", " : "") + graph_.view.vertices()[strongest[i]].name;
    }
    return out;
  }

  std::string node(std::size_t v, std::string_view indent) const {
    const Vertex& vertex = graph_.view.vertices()[v];
    const auto& style = style_of(vertex.type);
    const double strongest = *std::max_element(strengths_.begin(), strengths_.end());
    const double share = strongest > 0 ? std::sqrt(strengths_[v] / strongest) : 0;
    const bool rim_shows_cluster = engine_ == Engine::sfdp && in_cluster(v);
    return fmt::format(
        "{}{} [label={}, shape={}, style=\"{}\", fillcolor=\"{}\", color=\"{}\", fontsize={:.1f}, tooltip={}];\n",
        indent, node_id(v), dot_label(vertex.name, options_.label_width), style.shape, style.style, style.fill,
        rim_shows_cluster ? cluster_style(graph_.clusters.cluster_of[v]).rim : style.rim, 11 + 7 * share,
        dot_tooltip(node_tooltip(vertex, tallies_[v])));
  }

  std::string edge(std::size_t e) const {
    const Edge& edge = graph_.view.edges()[e];
    const auto& style = style_of(edge.kind);
    return fmt::format("  {} -> {} [color=\"{}\", {}, penwidth={:.1f}, tooltip={}];\n",
                       node_id(static_cast<std::size_t>(edge.from)), node_id(static_cast<std::size_t>(edge.to)),
                       style.color, style.attributes, pen_width(edge.kind, edge.count),
                       dot_tooltip(edge_tooltip(graph_, e)));
  }

  const query::GraphResult& graph_;
  const DotOptions& options_;
  Engine engine_;
  std::vector<double> strengths_;
  std::vector<Tally> tallies_;
  std::vector<std::vector<std::size_t>> members_;
};

}  // namespace

Engine engine_for(const query::GraphResult& graph) {
  const std::size_t edges = graph.view.edges().size();
  if (edges <= kMostDotEdges) return Engine::dot;
  return edges <= kMostFdpEdges ? Engine::fdp : Engine::sfdp;
}

std::string dot(const query::GraphResult& graph, const DotOptions& options) { return Writer(graph, options).write(); }

}  // namespace claimgraph::exporters
