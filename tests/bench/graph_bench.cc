// usage: graph_bench EDGES
// Figures of the graph on a generated one of so many edges, and of igraph on the same where it was found: JSON lines of
// {"name","value","unit","peer","ratio"}, ratio being ours over the peer's.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <malloc.h>

#include <fmt/format.h>

#include "claimgraph/graph/measures.h"
#include "claimgraph/graph/view.h"

#ifdef CLAIMGRAPH_IGRAPH
#include <igraph/igraph.h>
#endif

namespace {

using claimgraph::graph::EdgeKind;
using claimgraph::graph::Thread;
using claimgraph::graph::Vertex;
using claimgraph::graph::VertexId;
using claimgraph::graph::View;

constexpr int kRounds = 3;
constexpr std::uint32_t kPairs = 20;  // of ends of shortest paths

// The fastest of some runs, in seconds.
double seconds(const std::function<void()>& work) {
  double best = 1e300;
  for (int round = 0; round < kRounds; ++round) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }
  return best;
}

void print(const std::string& name, double value, const char* unit) {
  fmt::print("{{\"name\":\"{}\",\"value\":{:.1f},\"unit\":\"{}\",\"peer\":null,\"ratio\":null}}\n", name, value, unit);
}

void print(const std::string& name, double value, const char* unit, double peer, const char* peer_name) {
  fmt::print("{{\"name\":\"{}\",\"value\":{:.0f},\"unit\":\"{}\",\"peer\":\"{}\",\"ratio\":{:.3f}}}\n", name, value,
             unit, peer_name, value / peer);
}

// The cube makes a few vertices very busy, as actors in the news are.
std::uint32_t skewed(std::mt19937_64& random, std::uint32_t vertices) {
  const double u = static_cast<double>(random() >> 11U) * 0x1p-53;
  return static_cast<std::uint32_t>(u * u * u * vertices);
}

// A tenth as many vertices as facts, in camps of a hundred that support within and oppose across.
std::vector<Thread> generated(std::size_t facts, std::uint32_t vertices) {
  std::mt19937_64 random(1);
  std::vector<Thread> out;
  out.reserve(facts);
  while (out.size() < facts) {
    const std::uint32_t from = skewed(random, vertices);
    const bool near = random() % 3 != 0;
    const std::uint32_t to =
        near ? (from / 100 * 100 + static_cast<std::uint32_t>(random() % 100)) % vertices : skewed(random, vertices);
    if (from == to) continue;
    const std::uint64_t draw = random() % 20;
    EdgeKind kind = near ? EdgeKind::support : EdgeKind::oppose;
    if (draw < 8) kind = EdgeKind::claim;
    if (draw == 19) kind = EdgeKind::neutral;
    out.push_back({.from = VertexId{from},
                   .to = VertexId{to},
                   .kind = kind,
                   .fact = {.document = static_cast<claimgraph::kg::DocumentId>(out.size() / 10),
                            .index = static_cast<std::uint32_t>(out.size() % 10)},
                   .confidence = 0.5 + 0.05 * static_cast<double>(random() % 10)});
  }
  return out;
}

std::vector<Vertex> vertices_of(std::uint32_t count) {
  std::vector<Vertex> out;
  for (std::uint32_t v = 0; v < count; ++v) out.push_back({.entity = static_cast<claimgraph::kg::EntityId>(v + 1)});
  return out;
}

std::size_t allocated() {
  const auto use = mallinfo2();
  return use.uordblks + use.hblkhd;
}

double bytes_an_edge(const std::vector<Thread>& threads, std::uint32_t vertices) {
  const std::size_t before = allocated();
  const View empty(vertices_of(vertices), {});
  const std::size_t of_vertices = allocated() - before;
  const View view = claimgraph::graph::weave(vertices_of(vertices), threads);
  const std::size_t evidence =
      threads.size() * sizeof(claimgraph::kg::FactId) + (view.edges().size() + 1) * sizeof(std::uint32_t);
  const std::size_t whole = allocated() - before - 2 * of_vertices - evidence;
  return static_cast<double>(whole) / static_cast<double>(view.edges().size());
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_of(std::uint32_t vertices) {
  std::mt19937_64 random(2);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
  for (std::uint32_t i = 0; i < kPairs; ++i) out.emplace_back(skewed(random, vertices), random() % vertices);
  return out;
}

struct Times {
  double components = 0;
  double page_rank = 0;
  double path = 0;
  double clusters = 0;
};

Times ours(const View& view) {
  const auto n = static_cast<std::uint32_t>(view.vertices().size());
  return {.components = seconds([&] { (void)view.components(); }),
          .page_rank = seconds([&] { (void)claimgraph::graph::page_rank(view, {.rounds = 20}); }),
          .path = seconds([&] {
            for (const auto& [from, to] : pairs_of(n)) (void)view.paths(VertexId{from}, VertexId{to}, {});
          }),
          .clusters = seconds([&] { (void)view.clusters({.runs = 1}); })};
}

#ifdef CLAIMGRAPH_IGRAPH

// igraph's Leiden by modularity, on all edges as if they were support.
void igraph_leiden(const igraph_t& graph) {
  igraph_vector_t degree;
  igraph_vector_int_t counts, membership;
  igraph_vector_int_init(&counts, 0);
  igraph_vector_int_init(&membership, 0);
  igraph_vector_init(&degree, igraph_vcount(&graph));
  igraph_degree(&graph, &counts, igraph_vss_all(), IGRAPH_ALL, IGRAPH_LOOPS);
  for (igraph_integer_t v = 0; v < igraph_vcount(&graph); ++v) VECTOR(degree)[v] = VECTOR(counts)[v];
  igraph_integer_t clusters = 0;
  igraph_community_leiden(&graph, nullptr, &degree, 1.0 / (2.0 * static_cast<double>(igraph_ecount(&graph))), 0.01,
                          false, 2, &membership, &clusters, nullptr);
  igraph_vector_destroy(&degree);
  igraph_vector_int_destroy(&counts);
  igraph_vector_int_destroy(&membership);
}

void igraph_paths(const igraph_t& graph) {
  igraph_vector_int_t vertices;
  igraph_vector_int_init(&vertices, 0);
  for (const auto& [from, to] : pairs_of(static_cast<std::uint32_t>(igraph_vcount(&graph)))) {
    igraph_get_shortest_path(&graph, &vertices, nullptr, from, to, IGRAPH_ALL);
  }
  igraph_vector_int_destroy(&vertices);
}

Times theirs(const View& view) {
  igraph_vector_int_t ends, membership;
  igraph_vector_t ranks, weights;
  igraph_vector_int_init(&ends, 0);
  igraph_vector_init(&weights, 0);
  for (const auto& edge : view.edges()) {
    igraph_vector_int_push_back(&ends, static_cast<igraph_integer_t>(edge.from));
    igraph_vector_int_push_back(&ends, static_cast<igraph_integer_t>(edge.to));
    igraph_vector_push_back(&weights, edge.weight);
  }
  const auto n = static_cast<igraph_integer_t>(view.vertices().size());
  igraph_t directed, undirected;
  igraph_create(&directed, &ends, n, true);
  igraph_create(&undirected, &ends, n, false);
  igraph_vector_int_init(&membership, 0);
  igraph_vector_init(&ranks, 0);
  const Times out{.components = seconds(
                      [&] { igraph_connected_components(&directed, &membership, nullptr, nullptr, IGRAPH_WEAK); }),
                  .page_rank = seconds([&] {
                    igraph_pagerank(&directed, IGRAPH_PAGERANK_ALGO_PRPACK, &ranks, nullptr, igraph_vss_all(), true,
                                    0.85, &weights, nullptr);
                  }),
                  .path = seconds([&] { igraph_paths(directed); }),
                  .clusters = seconds([&] { igraph_leiden(undirected); })};
  igraph_vector_int_destroy(&ends);
  igraph_vector_int_destroy(&membership);
  igraph_vector_destroy(&ranks);
  igraph_vector_destroy(&weights);
  igraph_destroy(&directed);
  igraph_destroy(&undirected);
  return out;
}

void print_times(const View& view, const Times& own) {
  const Times peer = theirs(view);
  const auto edges = static_cast<double>(view.edges().size());
  print("components", edges / own.components, "edges/s", edges / peer.components, "igraph");
  print("PageRank, 20 rounds", edges / own.page_rank, "edges/s", edges / peer.page_rank, "igraph (PRPACK)");
  print("shortest path", kPairs / own.path, "paths/s", kPairs / peer.path, "igraph");
  print("signed clusters, one search", edges / own.clusters, "edges/s", edges / peer.clusters,
        "igraph (Leiden, unsigned, 2 iterations)");
}

#else

void print_times(const View& view, const Times& own) {
  const auto edges = static_cast<double>(view.edges().size());
  print("components", edges / own.components, "edges/s");
  print("PageRank, 20 rounds", edges / own.page_rank, "edges/s");
  print("shortest path", kPairs / own.path, "paths/s");
  print("signed clusters, one search", edges / own.clusters, "edges/s");
}

#endif

}  // namespace

int main(int argc, char** argv) {
  std::setvbuf(stdout, nullptr, _IOLBF, 0);  // large graphs take minutes: each figure as it is known
  const std::size_t facts = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
  const auto vertices = static_cast<std::uint32_t>(std::max<std::size_t>(facts / 10, 200));
  const std::vector<Thread> threads = generated(facts, vertices);
  const double woven = seconds([&] { (void)claimgraph::graph::weave(vertices_of(vertices), threads); });
  print("view built", static_cast<double>(facts) / woven, "facts/s");
  print("view", bytes_an_edge(threads, vertices), "bytes an edge beside evidence and vertices");
  const View view = claimgraph::graph::weave(vertices_of(vertices), threads);
  print("edges", static_cast<double>(view.edges().size()), "edges");
  print_times(view, ours(view));
  return 0;
}
