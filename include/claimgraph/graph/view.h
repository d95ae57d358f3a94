#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/kg/fact.h"
#include "claimgraph/kg/vocabulary.h"

namespace claimgraph::graph {

// A vertex's number in one view, from 0.
enum class VertexId : std::uint32_t {};

struct Vertex {
  kg::EntityId entity{};
  std::string name;
  kg::EntityType type = kg::EntityType::other;
};

// A claim edge runs from source to what the claim is about; the others run from actor to target. kg::spell() and
// kg::parse() know their spellings.
enum class EdgeKind { claim, support, oppose, neutral };

// All facts of one kind between two vertices. A view adds 8 bytes to find it from either end.
struct Edge {
  VertexId from{};
  VertexId to{};
  EdgeKind kind = EdgeKind::claim;
  std::uint32_t count = 0;  // facts
  double weight = 0;        // sum of their confidence
};
static_assert(sizeof(Edge) == 24);

// The facts of one edge after the other: claims for a claim edge, else stances, by id.
struct Evidence {
  std::vector<std::uint32_t> first;  // where those of each edge begin, then where the last ones end; empty: none
  std::vector<kg::FactId> facts;
};

// A step of a path; `forward` tells whether the edge is walked from its `from` to its `to`.
struct Step {
  std::size_t edge = 0;  // place in View::edges()
  bool forward = true;
};

struct Path {
  VertexId start{};
  std::vector<Step> steps;
  double length = 0;  // hops, or the sum of 1 / weight over them
};

// By weight, the stronger edges are the shorter: a hop is 1 / weight long, and edges without weight are not walked.
enum class Length { hops, weight };

struct PathOptions {
  std::size_t most = 1;  // k shortest simple paths
  Length by = Length::hops;
  bool directed = false;             // else edges are walked both ways
  std::vector<EdgeKind> kinds = {};  // empty: all
};

struct ClusterOptions {
  double resolution = 1;    // above 1: more and smaller clusters
  std::uint64_t seed = 1;   // of the orders in which vertices are tried
  std::uint32_t runs = 10;  // the best one is the answer; all of them measure stability. REQUIRES: at least 1
  // The answer is what the runs agree on instead: those are together whom a chain of supports holds together, at each
  // of which more than half of the runs keep both ends in one cluster.
  bool consensus = false;
};

struct Clustering {
  std::vector<std::uint32_t> cluster_of;  // of each vertex; numbered from 0, the largest first, ties by smallest vertex
  std::uint32_t count = 0;
  double quality = 0;             // signed modularity (Gomez, Jensen, Arenas 2009) at the resolution; 0 of components
  std::vector<double> stability;  // of each vertex: mean share of its cluster's others that a run keeps with it, 0 to 1
  std::vector<std::vector<std::uint32_t>> runs = {};  // the cluster of each vertex in every run; none of components

  // The share of the runs that keep two vertices in one cluster, 0 to 1. REQUIRES: there are runs.
  double together(VertexId a, VertexId b) const;
};

// The graph in memory: a directed multigraph in compressed sparse rows. Immutable, thread-safe.
class View {
 public:
  // Vertices and edges keep the order they are given in.
  // REQUIRES: the ends of all edges are vertices; there are fewer than 2^32 - 1 of each, and of facts in `evidence`,
  // which is empty or that of these edges.
  View(std::vector<Vertex> vertices, std::vector<Edge> edges, Evidence evidence = {});
  View(View&&) noexcept;
  View& operator=(View&&) noexcept;
  ~View();

  const std::vector<Vertex>& vertices() const;
  const std::vector<Edge>& edges() const;
  const Vertex& vertex(VertexId id) const;
  // The facts of the edge in that place of edges(). They live as long as the view.
  std::span<const kg::FactId> evidence(std::size_t edge) const;
  // The edges in these places, in this order, with their evidence and the vertices they touch.
  View part(std::span<const std::size_t> edges) const;
  // The first vertex of that entity.
  std::optional<VertexId> find(kg::EntityId entity) const;

  // Places in edges() of the edges that leave or enter `vertex`, ascending. They live as long as the view.
  std::span<const std::uint32_t> out_edges(VertexId vertex) const;
  std::span<const std::uint32_t> in_edges(VertexId vertex) const;

  // The simple paths from one vertex to another, shortest first, ties by the numbers of the vertices on them (Yen
  // 1971). A hop takes the strongest allowed edge between its vertices (by weight, ties by place), so that no two paths
  // have the same vertices. From a vertex to itself there is the path without steps. O(E log E + k L (V + E)) for k
  // paths of at most L hops; by weight a search costs O((V + E) log V).
  std::vector<Path> paths(VertexId from, VertexId to, const PathOptions& options) const;
  // Weakly connected component of each vertex, numbered as clusters are. O(E log V).
  Clustering components() const;
  // Signed modularity over support (pulls together) and oppose (pushes apart), each pair of vertices by the sign of its
  // sum; claims, neutral stances and self loops do not count. Support holds every cluster together: signed modularity
  // alone would join any two who are opposed to something, friends or not, so to share an enemy joins nobody here.
  // Vertices without a signed edge are clusters of their own. The same seed gives the same answer.
  Clustering clusters(const ClusterOptions& options) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// One fact, to be woven into an edge.
struct Thread {
  VertexId from{};
  VertexId to{};
  EdgeKind kind = EdgeKind::claim;
  kg::FactId fact;
  double confidence = 0;
};

// The view of all facts: an edge for all of one kind between two vertices, in the order of ends and kinds, its evidence
// by id. The same fact between the same ends counts once. REQUIRES: the ends are among `vertices`; fewer than 2^32 -
// 1 threads. O(V + T log d) for at most d threads from one vertex.
View weave(std::vector<Vertex> vertices, std::vector<Thread> threads);

// The part of `view` with the `most` strongest edges (ties by place), and the vertices they touch. The strength of an
// edge is its weight, twice that for support and opposition, times the square root of the sum of these at its weaker
// end.
View strongest(const View& view, std::size_t most);

}  // namespace claimgraph::graph

template <>
struct claimgraph::kg::Spelling<claimgraph::graph::EdgeKind> {
  static constexpr std::array<std::string_view, 4> kNames = {"claim", "support", "oppose", "neutral"};
};
