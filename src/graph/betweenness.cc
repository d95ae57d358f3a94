#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "claimgraph/graph/measures.h"

// Brandes (2001): from each source one breadth-first search, then its vertices backwards.
namespace claimgraph::graph {
namespace {

constexpr std::uint32_t kFar = UINT32_MAX;

// To whom each vertex is tied by any edge, both ways, once each.
struct Neighbours {
  std::vector<std::size_t> first;
  std::vector<std::uint32_t> to;

  std::span<const std::uint32_t> at(std::uint32_t v) const {
    return std::span(to).subspan(first[v], first[v + 1] - first[v]);
  }
};

Neighbours neighbours_of(const View& view) {
  const auto n = static_cast<std::uint32_t>(view.vertices().size());
  Neighbours out;
  out.first.push_back(0);
  for (std::uint32_t v = 0; v < n; ++v) {
    const auto begin = static_cast<std::ptrdiff_t>(out.to.size());
    for (const std::uint32_t place : view.out_edges(VertexId{v})) {
      out.to.push_back(static_cast<std::uint32_t>(view.edges()[place].to));
    }
    for (const std::uint32_t place : view.in_edges(VertexId{v})) {
      out.to.push_back(static_cast<std::uint32_t>(view.edges()[place].from));
    }
    std::sort(out.to.begin() + begin, out.to.end());
    out.to.erase(std::unique(out.to.begin() + begin, out.to.end()), out.to.end());
    const auto self = std::find(out.to.begin() + begin, out.to.end(), v);
    if (self != out.to.end()) out.to.erase(self);
    out.first.push_back(out.to.size());
  }
  return out;
}

class Brandes {
 public:
  explicit Brandes(const Neighbours& graph)
      : graph_(graph), hops_(size()), ways_(size()), depends_(size()), through_(size()) {}

  // Adds what the shortest ways from `source` depend on each vertex for.
  void add_from(std::uint32_t source) {
    search(source);
    std::fill(depends_.begin(), depends_.end(), 0);
    for (auto v = order_.rbegin(); v != order_.rend(); ++v) {
      for (const std::uint32_t next : graph_.at(*v)) {
        if (hops_[next] == hops_[*v] + 1) depends_[*v] += ways_[*v] / ways_[next] * (1 + depends_[next]);
      }
      if (*v != source) through_[*v] += depends_[*v];
    }
  }

  const std::vector<double>& through() const { return through_; }

 private:
  std::size_t size() const { return graph_.first.size() - 1; }

  // Fills the distances and numbers of shortest ways of what can be reached, nearest first in order_.
  void search(std::uint32_t source) {
    std::fill(hops_.begin(), hops_.end(), kFar);
    std::fill(ways_.begin(), ways_.end(), 0);
    order_.assign(1, source);
    hops_[source] = 0;
    ways_[source] = 1;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const std::uint32_t v = order_[i];
      for (const std::uint32_t next : graph_.at(v)) {
        if (hops_[next] == kFar) {
          hops_[next] = hops_[v] + 1;
          order_.push_back(next);
        }
        if (hops_[next] == hops_[v] + 1) ways_[next] += ways_[v];
      }
    }
  }

  const Neighbours& graph_;
  std::vector<std::uint32_t> hops_;
  std::vector<double> ways_;
  std::vector<double> depends_;
  std::vector<double> through_;
  std::vector<std::uint32_t> order_;
};

}  // namespace

std::vector<double> betweenness(const View& view, const BetweennessOptions& options) {
  const std::size_t n = view.vertices().size();
  if (n < 3) return std::vector<double>(n);
  const Neighbours graph = neighbours_of(view);
  const std::size_t sources = options.samples == 0 ? n : std::min(options.samples, n);
  Brandes brandes(graph);
  for (std::size_t i = 0; i < sources; ++i) brandes.add_from(static_cast<std::uint32_t>(i * n / sources));
  std::vector<double> out = brandes.through();
  // Every ordered pair of others was counted once, but for the sources that were left out.
  const auto pairs = static_cast<double>(n - 1) * static_cast<double>(n - 2);
  const double scale = static_cast<double>(n) / static_cast<double>(sources) / pairs;
  for (double& share : out) share = std::min(1.0, share * scale);
  return out;
}

}  // namespace claimgraph::graph
