#include <algorithm>
#include <cassert>
#include <cstdint>
#include <tuple>
#include <utility>

#include "claimgraph/graph/view.h"

namespace claimgraph::graph {
namespace {

bool same_edge(const Thread& a, const Thread& b) {
  return std::tie(a.from, a.to, a.kind) == std::tie(b.from, b.to, b.kind);
}

// By `from`, in linear time. The order within a vertex is that of `threads`.
std::vector<Thread> by_start(std::size_t vertices, const std::vector<Thread>& threads,
                             std::vector<std::size_t>& first) {
  first.assign(vertices + 1, 0);
  for (const Thread& thread : threads) ++first[static_cast<std::size_t>(thread.from) + 1];
  for (std::size_t v = 0; v < vertices; ++v) first[v + 1] += first[v];
  std::vector<std::size_t> next(first.begin(), first.end() - 1);
  std::vector<Thread> out(threads.size());
  for (const Thread& thread : threads) out[next[static_cast<std::size_t>(thread.from)]++] = thread;
  return out;
}

// Sorted threads as edges.
View folded(std::vector<Vertex> vertices, const std::vector<Thread>& threads) {
  std::vector<Edge> edges;
  Evidence evidence;
  edges.reserve(threads.size());
  evidence.first.reserve(threads.size() + 1);
  for (std::size_t i = 0; i < threads.size(); ++i) {
    const Thread& thread = threads[i];
    const bool goes_on = i > 0 && same_edge(thread, threads[i - 1]);
    if (goes_on && thread.fact == threads[i - 1].fact) continue;
    if (!goes_on) {
      edges.push_back({.from = thread.from, .to = thread.to, .kind = thread.kind});
      evidence.first.push_back(static_cast<std::uint32_t>(evidence.facts.size()));
    }
    ++edges.back().count;
    edges.back().weight += thread.confidence;
    evidence.facts.push_back(thread.fact);
  }
  evidence.first.push_back(static_cast<std::uint32_t>(evidence.facts.size()));
  edges.shrink_to_fit();
  evidence.first.shrink_to_fit();
  evidence.facts.shrink_to_fit();
  return {std::move(vertices), std::move(edges), std::move(evidence)};
}

}  // namespace

View weave(std::vector<Vertex> vertices, std::vector<Thread> threads) {
  assert(threads.size() < UINT32_MAX);
  std::vector<std::size_t> first;
  std::vector<Thread> sorted = by_start(vertices.size(), threads, first);
  threads = {};  // gives its memory back before the edges take theirs
  for (std::size_t v = 0; v < vertices.size(); ++v) {
    std::sort(sorted.begin() + static_cast<std::ptrdiff_t>(first[v]),
              sorted.begin() + static_cast<std::ptrdiff_t>(first[v + 1]), [](const Thread& a, const Thread& b) {
                return std::tie(a.to, a.kind, a.fact) < std::tie(b.to, b.kind, b.fact);
              });
  }
  return folded(std::move(vertices), sorted);
}

}  // namespace claimgraph::graph
