#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "claimgraph/graph/view.h"

#include "graph/partition.h"

namespace claimgraph::graph {

// One end's view of what binds or parts two vertices.
struct Link {
  std::uint32_t to = 0;
  bool joined = false;  // whether support outweighs opposition, here or anywhere between what these vertices stand for
  double weight = 0;    // support less opposition, both ways; never 0 between two vertices of a View
};

// An undirected signed graph without loops: for each pair of vertices the support less the opposition between them
// (Gomez, Jensen and Arenas 2009 split the same net weight by its sign). Immutable, thread-safe.
class SignedGraph {
 public:
  explicit SignedGraph(const View& view);

  // The graph whose vertices are the clusters of `partition`; weights, strengths and quality carry over.
  // REQUIRES: the clusters are numbered from 0 without gaps.
  SignedGraph aggregated(const Partition& partition) const;

  std::size_t size() const { return support_.size(); }
  std::span<const Link> links(std::uint32_t vertex) const {
    return std::span(links_).subspan(first_[vertex], first_[vertex + 1] - first_[vertex]);
  }
  double support(std::uint32_t vertex) const { return support_[vertex]; }
  double opposition(std::uint32_t vertex) const { return opposition_[vertex]; }

  // What chance would give two clusters of these strengths, times `resolution`: the null model of signed modularity.
  double expected(double support_a, double opposition_a, double support_b, double opposition_b,
                  double resolution) const;
  // Signed modularity; 0 without links.
  double quality(const Partition& partition, double resolution) const;
  // `partition` with every cluster split into the parts that joined links hold together, numbered from 0 without gaps.
  Partition split(const Partition& partition) const;

 private:
  struct Pair {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    double weight = 0;
    bool joined = false;
  };

  SignedGraph() = default;
  // Adds up the pairs of the same ends. REQUIRES: each pair is there in both directions.
  void set_links(std::size_t vertices, std::vector<Pair> pairs);
  // Joins what the sum of a link says is joined, and drops links whose sum is 0.
  void take_signs(std::size_t vertices);
  // A stable counting sort. O(vertices + pairs).
  static std::vector<Pair> sorted_by(std::uint32_t Pair::*end, std::size_t vertices, const std::vector<Pair>& pairs);

  std::vector<std::size_t> first_;
  std::vector<Link> links_;
  std::vector<double> support_;
  std::vector<double> opposition_;
  // Sums over all vertices: twice the weight of the pairs.
  double total_support_ = 0;
  double total_opposition_ = 0;
};

}  // namespace claimgraph::graph
