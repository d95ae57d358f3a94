#include "graph/signed_graph.h"

#include <algorithm>
#include <utility>

#include "graph/disjoint_sets.h"

namespace claimgraph::graph {

SignedGraph::SignedGraph(const View& view) {
  std::vector<Pair> pairs;
  for (const Edge& edge : view.edges()) {
    const bool is_signed = edge.kind == EdgeKind::support || edge.kind == EdgeKind::oppose;
    if (!is_signed || edge.from == edge.to) continue;
    const double weight = edge.kind == EdgeKind::support ? edge.weight : -edge.weight;
    const auto from = static_cast<std::uint32_t>(edge.from);
    const auto to = static_cast<std::uint32_t>(edge.to);
    pairs.push_back({.from = from, .to = to, .weight = weight});
    pairs.push_back({.from = to, .to = from, .weight = weight});
  }
  set_links(view.vertices().size(), std::move(pairs));
  take_signs(view.vertices().size());
  support_.resize(view.vertices().size());
  opposition_.resize(view.vertices().size());
  for (std::uint32_t v = 0; v < size(); ++v) {
    for (const Link& link : links(v))
      (link.joined ? support_ : opposition_)[v] += link.joined ? link.weight : -link.weight;
    total_support_ += support_[v];
    total_opposition_ += opposition_[v];
  }
}

void SignedGraph::take_signs(std::size_t vertices) {
  std::vector<std::size_t> first = {0};
  std::size_t kept = 0;
  for (std::size_t v = 0; v < vertices; ++v) {
    for (std::size_t i = first_[v]; i < first_[v + 1]; ++i) {
      Link link = links_[i];
      link.joined = link.weight > 0;
      if (link.weight != 0) links_[kept++] = link;
    }
    first.push_back(kept);
  }
  links_.resize(kept);
  first_ = std::move(first);
}

void SignedGraph::set_links(std::size_t vertices, std::vector<Pair> pairs) {
  // Stable, so that both directions of a pair add the same numbers in the same order.
  pairs = sorted_by(&Pair::to, vertices, pairs);
  pairs = sorted_by(&Pair::from, vertices, pairs);
  first_.assign(vertices + 1, 0);
  links_.clear();
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const bool same = i > 0 && pairs[i].from == pairs[i - 1].from && pairs[i].to == pairs[i - 1].to;
    if (!same) {
      links_.push_back({.to = pairs[i].to});
      ++first_[pairs[i].from + 1];
    }
    links_.back().weight += pairs[i].weight;
    links_.back().joined = links_.back().joined || pairs[i].joined;
  }
  for (std::size_t v = 0; v < vertices; ++v) first_[v + 1] += first_[v];
}

std::vector<SignedGraph::Pair> SignedGraph::sorted_by(std::uint32_t Pair::*end, std::size_t vertices,
                                                      const std::vector<Pair>& pairs) {
  std::vector<std::size_t> next(vertices + 1);
  for (const Pair& pair : pairs) ++next[pair.*end + 1];
  for (std::size_t v = 0; v < vertices; ++v) next[v + 1] += next[v];
  std::vector<Pair> out(pairs.size());
  for (const Pair& pair : pairs) out[next[pair.*end]++] = pair;
  return out;
}

SignedGraph SignedGraph::aggregated(const Partition& partition) const {
  SignedGraph out;
  std::vector<Pair> pairs;
  for (std::uint32_t v = 0; v < size(); ++v) {
    for (const Link& link : links(v)) {
      const std::uint32_t from = partition[v];
      const std::uint32_t to = partition[link.to];
      if (from != to) pairs.push_back({.from = from, .to = to, .weight = link.weight, .joined = link.joined});
    }
  }
  const std::size_t clusters = partition.empty() ? 0 : *std::max_element(partition.begin(), partition.end()) + 1UL;
  out.set_links(clusters, std::move(pairs));
  out.support_.resize(clusters);
  out.opposition_.resize(clusters);
  for (std::uint32_t v = 0; v < size(); ++v) {
    out.support_[partition[v]] += support_[v];
    out.opposition_[partition[v]] += opposition_[v];
  }
  out.total_support_ = total_support_;
  out.total_opposition_ = total_opposition_;
  return out;
}

double SignedGraph::expected(double support_a, double opposition_a, double support_b, double opposition_b,
                             double resolution) const {
  const double support = total_support_ > 0 ? support_a * support_b / total_support_ : 0;
  const double opposition = total_opposition_ > 0 ? opposition_a * opposition_b / total_opposition_ : 0;
  return resolution * (support - opposition);
}

double SignedGraph::quality(const Partition& partition, double resolution) const {
  const double total = total_support_ + total_opposition_;
  if (total == 0) return 0;
  std::vector<double> support(size()), opposition(size());
  double sum = 0;
  for (std::uint32_t v = 0; v < size(); ++v) {
    support[partition[v]] += support_[v];
    opposition[partition[v]] += opposition_[v];
    for (const Link& link : links(v)) sum += partition[link.to] == partition[v] ? link.weight : 0;
  }
  for (std::size_t c = 0; c < size(); ++c) {
    sum -= expected(support[c], opposition[c], support[c], opposition[c], resolution);
  }
  return sum / total;
}

Partition SignedGraph::split(const Partition& partition) const {
  DisjointSets parts(size());
  for (std::uint32_t v = 0; v < size(); ++v) {
    for (const Link& link : links(v)) {
      if (link.joined && partition[link.to] == partition[v]) parts.join(v, link.to);
    }
  }
  Partition out(size());
  std::uint32_t count = 0;
  for (std::uint32_t v = 0; v < size(); ++v) {
    const std::uint32_t smallest = parts.find(v);  // at most v, so that its number is known
    out[v] = smallest == v ? count++ : out[smallest];
  }
  return out;
}

}  // namespace claimgraph::graph
