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
  Incidence out;
  Incidence in;
  std::unordered_map<kg::EntityId, VertexId> by_entity;
};

View::View(std::vector<Vertex> vertices, std::vector<Edge> edges) : impl_(std::make_unique<Impl>()) {
  assert(ends_exist(vertices.size(), edges));
  impl_->out = incidence(vertices.size(), edges, &Edge::from);
  impl_->in = incidence(vertices.size(), edges, &Edge::to);
  for (std::size_t v = 0; v < vertices.size(); ++v) {
    impl_->by_entity.try_emplace(vertices[v].entity, static_cast<VertexId>(v));
  }
  impl_->vertices = std::move(vertices);
  impl_->edges = std::move(edges);
}

View::View(View&&) noexcept = default;
View& View::operator=(View&&) noexcept = default;
View::~View() = default;

const std::vector<Vertex>& View::vertices() const { return impl_->vertices; }
const std::vector<Edge>& View::edges() const { return impl_->edges; }
const Vertex& View::vertex(VertexId id) const { return impl_->vertices[static_cast<std::size_t>(id)]; }

std::optional<VertexId> View::find(kg::EntityId entity) const {
  const auto found = impl_->by_entity.find(entity);
  if (found == impl_->by_entity.end()) return std::nullopt;
  return found->second;
}

std::span<const std::uint32_t> View::out_edges(VertexId vertex) const { return impl_->out.at(vertex); }
std::span<const std::uint32_t> View::in_edges(VertexId vertex) const { return impl_->in.at(vertex); }

}  // namespace claimgraph::graph
