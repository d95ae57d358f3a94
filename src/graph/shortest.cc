#include "graph/shortest.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <vector>

namespace claimgraph::graph {
namespace {

constexpr std::uint32_t kFar = UINT32_MAX;

// A breadth-first search from the target back to the start, then the way forward along its distances.
class Search {
 public:
  Search(const View& view, const PathOptions& options)
      : view_(view), directed_(options.directed), hops_(view.vertices().size(), kFar) {
    for (const EdgeKind kind : options.kinds) allowed_[static_cast<std::size_t>(kind)] = true;
    if (options.kinds.empty()) allowed_.fill(true);
  }

  std::optional<Path> run(VertexId from, VertexId to) {
    if (!reaches(from, to)) return std::nullopt;
    Path out{.start = from};
    for (VertexId at = from; at != to;) {
      const Step step = next_step(at);
      const Edge& edge = view_.edges()[step.edge];
      at = step.forward ? edge.to : edge.from;
      out.steps.push_back(step);
    }
    out.length = static_cast<double>(out.steps.size());
    return out;
  }

 private:
  std::uint32_t& hops(VertexId v) { return hops_[static_cast<std::size_t>(v)]; }

  bool allows(const Edge& edge) const { return allowed_[static_cast<std::size_t>(edge.kind)]; }

  // Fills the hops to `to` of all that is as near to it as `from`.
  bool reaches(VertexId from, VertexId to) {
    std::vector<VertexId> queue = {to};
    hops(to) = 0;
    for (std::size_t i = 0; i < queue.size() && hops(from) == kFar; ++i) {
      const std::uint32_t next = hops(queue[i]) + 1;
      const auto reach = [&](VertexId v) {
        if (hops(v) != kFar) return;
        hops(v) = next;
        queue.push_back(v);
      };
      for (const std::uint32_t place : view_.in_edges(queue[i])) {
        if (allows(view_.edges()[place])) reach(view_.edges()[place].from);
      }
      if (directed_) continue;
      for (const std::uint32_t place : view_.out_edges(queue[i])) {
        if (allows(view_.edges()[place])) reach(view_.edges()[place].to);
      }
    }
    return hops(from) != kFar;
  }

  // To the vertex of the smallest number that is one hop nearer, by the strongest edge, ties by place.
  Step next_step(VertexId at) {
    Step best;
    VertexId best_end = static_cast<VertexId>(kFar);
    const auto consider = [&](std::uint32_t place, VertexId end, bool forward) {
      const Edge& edge = view_.edges()[place];
      if (!allows(edge) || hops(end) != hops(at) - 1 || end > best_end) return;
      if (end == best_end) {
        const double weight = view_.edges()[best.edge].weight;
        if (edge.weight < weight || (edge.weight == weight && place > best.edge)) return;
      }
      best = {.edge = place, .forward = forward};
      best_end = end;
    };
    for (const std::uint32_t place : view_.out_edges(at)) consider(place, view_.edges()[place].to, true);
    if (directed_) return best;
    for (const std::uint32_t place : view_.in_edges(at)) consider(place, view_.edges()[place].from, false);
    return best;
  }

  const View& view_;
  const bool directed_;
  std::array<bool, 4> allowed_ = {};
  std::vector<std::uint32_t> hops_;  // to the target; kFar where unknown
};

}  // namespace

std::optional<Path> shortest_path(const View& view, VertexId from, VertexId to, const PathOptions& options) {
  assert(options.by == Length::hops);
  return Search(view, options).run(from, to);
}

}  // namespace claimgraph::graph
