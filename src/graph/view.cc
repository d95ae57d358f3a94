#include "claimgraph/graph/view.h"

#include <cassert>
#include <unordered_map>
#include <utility>

namespace claimgraph::graph {
namespace {

// The places of the edges at each vertex: those of vertex v are places[first[v]] to places[first[v + 1]].
struct Incidence {
  std::vector<std::size_t> first;
  std::vector<std::uint32_t> places;

  std::span<const std::uint32_t> at(VertexId vertex) const {
    const auto v = static_cast<std::size_t>(vertex);
    return std::span(places).subspan(first[v], first[v + 1] - first[v]);
  }
};

// A counting sort of the edges by the vertex that `end` names, which keeps their order at each vertex. O(V + E).
Incidence incidence(std::size_t vertices, const std::vector<Edge>& edges, VertexId Edge::*end) {
  Incidence out;
  out.first.resize(vertices + 1);
  for (const Edge& edge : edges) ++out.first[static_cast<std::size_t>(edge.*end) + 1];
  for (std::size_t v = 0; v < vertices; ++v) out.first[v + 1] += out.first[v];
  out.places.resize(edges.size());
  std::vector<std::size_t> next(out.first.begin(), out.first.end() - 1);
  for (std::size_t place = 0; place < edges.size(); ++place) {
    out.places[next[static_cast<std::size_t>(edges[place].*end)]++] = static_cast<std::uint32_t>(place);
  }
  return out;
}

[[maybe_unused]] bool ends_exist(std::size_t vertices, const std::vector<Edge>& edges) {
  for (const Edge& edge : edges) {
    if (static_cast<std::size_t>(edge.from) >= vertices || static_cast<std::size_t>(edge.to) >= vertices) return false;
  }
  return true;
}

}  // namespace

struct View::Impl {
  std::vector<Vertex> vertices;
  std::vector<Edge> edges;
  Evidence evidence;
  Incidence out;
  Incidence in;
  std::unordered_map<kg::EntityId, VertexId> by_entity;
};

View::View(std::vector<Vertex> vertices, std::vector<Edge> edges, Evidence evidence) : impl_(std::make_unique<Impl>()) {
  assert(ends_exist(vertices.size(), edges));
  assert(evidence.first.empty() || evidence.first.size() == edges.size() + 1);
  impl_->out = incidence(vertices.size(), edges, &Edge::from);
  impl_->in = incidence(vertices.size(), edges, &Edge::to);
  for (std::size_t v = 0; v < vertices.size(); ++v) {
    impl_->by_entity.try_emplace(vertices[v].entity, static_cast<VertexId>(v));
  }
  impl_->vertices = std::move(vertices);
  impl_->edges = std::move(edges);
  impl_->evidence = std::move(evidence);
}

View::View(View&&) noexcept = default;
View& View::operator=(View&&) noexcept = default;
View::~View() = default;

const std::vector<Vertex>& View::vertices() const { return impl_->vertices; }
const std::vector<Edge>& View::edges() const { return impl_->edges; }
const Vertex& View::vertex(VertexId id) const { return impl_->vertices[static_cast<std::size_t>(id)]; }

std::span<const kg::FactId> View::evidence(std::size_t edge) const {
  const auto& [first, facts] = impl_->evidence;
  if (first.empty()) return {};
  return std::span(facts).subspan(first[edge], first[edge + 1] - first[edge]);
}

View View::part(std::span<const std::size_t> places) const {
  constexpr auto kUntouched = static_cast<VertexId>(UINT32_MAX);
  std::vector<VertexId> renumbered(impl_->vertices.size(), kUntouched);
  for (const std::size_t place : places) {
    for (const VertexId end : {edges()[place].from, edges()[place].to}) renumbered[static_cast<std::size_t>(end)] = end;
  }
  std::vector<Vertex> vertices;
  for (std::size_t v = 0; v < renumbered.size(); ++v) {
    if (renumbered[v] == kUntouched) continue;
    renumbered[v] = static_cast<VertexId>(vertices.size());
    vertices.push_back(impl_->vertices[v]);
  }
  std::vector<Edge> kept;
  Evidence all;
  for (const std::size_t place : places) {
    Edge edge = edges()[place];
    edge.from = renumbered[static_cast<std::size_t>(edge.from)];
    edge.to = renumbered[static_cast<std::size_t>(edge.to)];
    kept.push_back(edge);
    all.first.push_back(static_cast<std::uint32_t>(all.facts.size()));
    const auto facts = evidence(place);
    all.facts.insert(all.facts.end(), facts.begin(), facts.end());
  }
  all.first.push_back(static_cast<std::uint32_t>(all.facts.size()));
  return {std::move(vertices), std::move(kept), std::move(all)};
}

std::optional<VertexId> View::find(kg::EntityId entity) const {
  const auto found = impl_->by_entity.find(entity);
  if (found == impl_->by_entity.end()) return std::nullopt;
  return found->second;
}

std::span<const std::uint32_t> View::out_edges(VertexId vertex) const { return impl_->out.at(vertex); }
std::span<const std::uint32_t> View::in_edges(VertexId vertex) const { return impl_->in.at(vertex); }

}  // namespace claimgraph::graph
