#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>
#include <queue>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/range/iterator_range.hpp>

#include "claimgraph/graph/view.h"

#include "graph/shortest.h"

// k shortest simple paths: Yen (1971) with Lawler's (1972) restriction of the deviations, by hops over Boost.Graph's
// breadth-first search, by weight over Dijkstra's (1959), which ends here as soon as the spur is reached.
namespace claimgraph::graph {
namespace {

struct Walk {
  Step step;
  double length = 1;
};

using Hops = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, Walk, boost::no_property,
                                                std::uint32_t, std::uint32_t>;
using Hop = boost::graph_traits<Hops>::edge_descriptor;
using VertexNumbers = std::vector<std::uint32_t>;  // a path by its vertices

constexpr double kFar = std::numeric_limits<double>::infinity();

// A way to get from one vertex to another.
struct Arc {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  double weight = 0;
  Step step;
};

// Strongest first among those with the same ends; a self loop is on no simple path.
std::vector<Arc> arcs_of(const View& view, const PathOptions& options) {
  std::vector<Arc> arcs;
  for (std::size_t place = 0; place < view.edges().size(); ++place) {
    const Edge& edge = view.edges()[place];
    const bool allowed = options.kinds.empty() ||
                         std::find(options.kinds.begin(), options.kinds.end(), edge.kind) != options.kinds.end();
    if (!allowed || edge.from == edge.to || (options.by == Length::weight && edge.weight <= 0)) continue;
    const auto from = static_cast<std::uint32_t>(edge.from);
    const auto to = static_cast<std::uint32_t>(edge.to);
    arcs.push_back({.from = from, .to = to, .weight = edge.weight, .step = {.edge = place, .forward = true}});
    if (options.directed) continue;
    arcs.push_back({.from = to, .to = from, .weight = edge.weight, .step = {.edge = place, .forward = false}});
  }
  std::sort(arcs.begin(), arcs.end(), [](const Arc& a, const Arc& b) {
    return std::tie(a.from, a.to, b.weight, a.step.edge) < std::tie(b.from, b.to, a.weight, b.step.edge);
  });
  return arcs;
}

// The graph that is walked: one hop from a vertex to each it leads to, so that two paths differ in their vertices.
Hops hops_of(const View& view, const PathOptions& options) {
  std::vector<Arc> arcs = arcs_of(view, options);
  const auto same_ends = [](const Arc& a, const Arc& b) { return a.from == b.from && a.to == b.to; };
  arcs.erase(std::unique(arcs.begin(), arcs.end(), same_ends), arcs.end());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  std::vector<Walk> walks;
  for (const Arc& arc : arcs) {
    ends.emplace_back(arc.from, arc.to);
    walks.push_back({.step = arc.step, .length = options.by == Length::hops ? 1 : 1 / arc.weight});
  }
  return {boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), walks.begin(),
          static_cast<std::uint32_t>(view.vertices().size())};
}

// What a search from the target back to the spur vertex may use: no vertex of the root before the spur, no first hop
// that an earlier path took, and nothing more once the spur is reached.
struct Detour {
  std::uint32_t spur = 0;
  std::vector<bool> on_root;
  std::vector<std::uint32_t> taken;  // where hops from the spur may not lead; sorted
  std::vector<double> distances;     // to the target; kFar where unknown

  bool bars(std::uint32_t from, std::uint32_t to) const {
    return from == spur && std::binary_search(taken.begin(), taken.end(), to);
  }
};

struct UsableVertex {
  const Detour* detour = nullptr;
  bool operator()(std::uint32_t vertex) const { return !detour->on_root[vertex]; }
};

struct UsableHop {
  const Hops* hops = nullptr;
  const Detour* detour = nullptr;
  bool operator()(const Hop& hop) const {
    if (detour->distances[detour->spur] != kFar) return false;
    return !detour->bars(source(hop, *hops), target(hop, *hops));
  }
};

// Fills detour.distances from `goal` back to the spur.
void measure_hops(const Hops& hops, std::uint32_t goal, Detour& detour) {
  detour.distances.assign(num_vertices(hops), kFar);
  detour.distances[goal] = 0;
  const boost::filtered_graph usable(hops, UsableHop{&hops, &detour}, UsableVertex{&detour});
  const auto backwards = boost::make_reverse_graph(usable);
  const auto recorder = boost::record_distances(detour.distances.data(), boost::on_tree_edge());
  boost::breadth_first_search(
      backwards, goal,
      boost::visitor(boost::make_bfs_visitor(recorder)).vertex_index_map(get(boost::vertex_index, hops)));
}

void measure_weights(const Hops& hops, std::uint32_t goal, Detour& detour) {
  using Reached = std::pair<double, std::uint32_t>;
  std::priority_queue<Reached, std::vector<Reached>, std::greater<>> queue;
  detour.distances.assign(num_vertices(hops), kFar);
  detour.distances[goal] = 0;
  queue.emplace(0, goal);
  while (!queue.empty()) {
    const auto [distance, at] = queue.top();
    queue.pop();
    if (at == detour.spur) return;
    if (distance > detour.distances[at]) continue;
    for (const Hop& hop : boost::make_iterator_range(boost::in_edges(at, hops))) {
      const std::uint32_t from = source(hop, hops);
      const double through = distance + hops[hop].length;
      if (detour.on_root[from] || detour.bars(from, at) || through >= detour.distances[from]) continue;
      detour.distances[from] = through;
      queue.emplace(through, from);
    }
  }
}

// The vertices after the spur on the shortest way to the target, the smallest number first where several are as short.
// Nothing when there is no way. REQUIRES: the distances are measured.
VertexNumbers way_from_spur(const Hops& hops, const Detour& detour) {
  VertexNumbers out;
  std::uint32_t at = detour.spur;
  while (detour.distances[at] != kFar && detour.distances[at] > 0) {
    std::uint32_t best = UINT32_MAX;
    for (const Hop& hop : boost::make_iterator_range(boost::out_edges(at, hops))) {
      const std::uint32_t next = target(hop, hops);
      const bool nearer = detour.distances[next] + hops[hop].length == detour.distances[at];
      if (nearer && !detour.on_root[next] && !detour.bars(at, next)) best = std::min(best, next);
    }
    at = best;
    out.push_back(at);
  }
  return out;
}

// A path that leaves its parent at the vertex in place `spur`.
struct Candidate {
  VertexNumbers vertices;
  std::size_t spur = 0;
  double length = 0;

  friend bool operator<(const Candidate& a, const Candidate& b) {
    return std::tie(a.length, a.vertices) < std::tie(b.length, b.vertices);
  }
};

double length_of(const Hops& hops, const VertexNumbers& vertices) {
  double out = 0;
  for (std::size_t i = 0; i + 1 < vertices.size(); ++i) {
    out += hops[edge(vertices[i], vertices[i + 1], hops).first].length;
  }
  return out;
}

bool starts_alike(const VertexNumbers& a, const VertexNumbers& b, std::size_t count) {
  return a.size() > count && b.size() > count &&
         std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(count), b.begin());
}

class Yen {
 public:
  using Measure = void (*)(const Hops&, std::uint32_t, Detour&);

  Yen(const Hops& hops, Length by, std::uint32_t from, std::uint32_t to)
      : hops_(hops), measure_(by == Length::hops ? measure_hops : measure_weights), from_(from), to_(to) {
    detour_.on_root.resize(num_vertices(hops));
  }

  std::vector<VertexNumbers> run(std::size_t most) {
    add_detour({from_}, 0);
    while (accepted_.size() < most && !candidates_.empty()) {
      const Candidate best = std::move(candidates_.extract(candidates_.begin()).value());
      accepted_.push_back(best.vertices);
      if (accepted_.size() == most) break;
      for (std::size_t spur = best.spur; spur + 1 < best.vertices.size(); ++spur) add_detour(best.vertices, spur);
    }
    return std::move(accepted_);
  }

 private:
  // The best path that follows `path` up to the vertex in place `spur` and then leaves all accepted ones.
  void add_detour(const VertexNumbers& path, std::size_t spur) {
    detour_.spur = path[spur];
    detour_.taken.clear();
    for (const auto& other : accepted_) {
      if (starts_alike(other, path, spur + 1)) detour_.taken.push_back(other[spur + 1]);
    }
    std::sort(detour_.taken.begin(), detour_.taken.end());
    for (std::size_t i = 0; i < spur; ++i) detour_.on_root[path[i]] = true;
    add_shortest(path, spur);
    for (std::size_t i = 0; i < spur; ++i) detour_.on_root[path[i]] = false;
  }

  void add_shortest(const VertexNumbers& path, std::size_t spur) {
    measure_(hops_, to_, detour_);
    if (detour_.distances[detour_.spur] == kFar) return;
    Candidate found{.vertices = {path.begin(), path.begin() + static_cast<std::ptrdiff_t>(spur) + 1}, .spur = spur};
    const VertexNumbers rest = way_from_spur(hops_, detour_);
    found.vertices.insert(found.vertices.end(), rest.begin(), rest.end());
    found.length = length_of(hops_, found.vertices);
    candidates_.insert(std::move(found));
  }

  const Hops& hops_;
  const Measure measure_;
  const std::uint32_t from_;
  const std::uint32_t to_;
  Detour detour_;
  std::set<Candidate> candidates_;
  std::vector<VertexNumbers> accepted_;
};

Path path_of(const Hops& hops, const VertexNumbers& vertices) {
  Path out{.start = static_cast<VertexId>(vertices.front()), .length = length_of(hops, vertices)};
  for (std::size_t i = 0; i + 1 < vertices.size(); ++i) {
    out.steps.push_back(hops[edge(vertices[i], vertices[i + 1], hops).first].step);
  }
  return out;
}

}  // namespace

std::vector<Path> View::paths(VertexId from, VertexId to, const PathOptions& options) const {
  if (options.most == 0) return {};
  if (options.most == 1 && options.by == Length::hops) {
    auto only = shortest_path(*this, from, to, options);
    return only ? std::vector<Path>{std::move(*only)} : std::vector<Path>{};
  }
  const Hops hops = hops_of(*this, options);
  std::vector<Path> out;
  for (const auto& vertices :
       Yen(hops, options.by, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)).run(options.most)) {
    out.push_back(path_of(hops, vertices));
  }
  return out;
}

}  // namespace claimgraph::graph
