#include <fmt/format.h>

#include "claimgraph/exporters/graph_files.h"
#include "claimgraph/kg/fact.h"
#include "exporters/graph_columns.h"
#include "exporters/graph_facts.h"

namespace claimgraph::exporters {
namespace {

std::string evidence_id(graph::EdgeKind kind, kg::FactId id) {
  return kind == graph::EdgeKind::claim ? kg::dump_claim_id(id) : kg::dump_stance_id(id);
}

std::vector<std::string> evidence_of(const graph::View& view, std::size_t edge) {
  std::vector<std::string> out;
  for (const auto id : view.evidence(edge)) out.push_back(evidence_id(view.edges()[edge].kind, id));
  return out;
}

// `table` with a first column that holds `element` in every row.
Table marked(Table table, const char* element) {
  table.columns.insert(table.columns.begin(), {.name = "element"});
  for (auto& row : table.rows) row.insert(row.begin(), std::string(element));
  return table;
}

}  // namespace

int sign_of(graph::EdgeKind kind) {
  if (kind == graph::EdgeKind::support) return 1;
  return kind == graph::EdgeKind::oppose ? -1 : 0;
}

std::string vertex_key(const graph::Vertex& vertex) {
  return fmt::format("n{:016x}", static_cast<std::uint64_t>(vertex.entity));
}

const query::EdgeEvidence& evidence_at(const query::GraphResult& graph, std::size_t i) {
  static const query::EdgeEvidence kNone;
  return i < graph.evidence.size() ? graph.evidence[i] : kNone;
}

std::vector<double> strengths(const graph::View& view) {
  std::vector<double> out(view.vertices().size(), 0);
  for (const auto& edge : view.edges()) {
    out[static_cast<std::size_t>(edge.from)] += edge.weight;
    if (edge.to != edge.from) out[static_cast<std::size_t>(edge.to)] += edge.weight;
  }
  return out;
}

Table nodes_of(const query::GraphResult& graph) {
  Table table = table_with(node_columns());
  const auto strength = strengths(graph.view);
  const auto& vertices = graph.view.vertices();
  for (std::size_t i = 0; i < vertices.size(); ++i) {
    const bool clustered = i < graph.clusters.cluster_of.size();
    const bool stable = i < graph.clusters.stability.size();
    table.rows.push_back({vertex_key(vertices[i]), vertices[i].name, std::string(kg::spell(vertices[i].type)),
                          clustered ? Value{std::uint64_t{graph.clusters.cluster_of[i]} + 1} : Value{},
                          stable ? Value{graph.clusters.stability[i]} : Value{}, strength[i]});
  }
  return table;
}

Table edges_of(const query::GraphResult& graph) {
  Table table = table_with(edge_columns());
  const auto& edges = graph.view.edges();
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const auto& from = graph.view.vertex(edges[i].from);
    const auto& to = graph.view.vertex(edges[i].to);
    const auto& evidence = evidence_at(graph, i);
    table.rows.push_back({vertex_key(from), vertex_key(to), std::string(kg::spell(edges[i].kind)),
                          std::int64_t{sign_of(edges[i].kind)}, std::uint64_t{edges[i].count}, edges[i].weight,
                          known(evidence.first_date), known(evidence.last_date), from.name, to.name,
                          known(evidence.quote), known(evidence.document.title), known(evidence.document.publisher),
                          known(evidence.document.published), known(evidence.document.uri), evidence_of(graph.view, i),
                          evidence.documents});
  }
  return table;
}

std::string graph_jsonl(const query::GraphResult& graph) {
  return to_jsonl(marked(nodes_of(graph), "node")) + to_jsonl(marked(edges_of(graph), "edge"));
}

}  // namespace claimgraph::exporters
