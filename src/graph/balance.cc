#include <algorithm>

#include "claimgraph/graph/measures.h"

#include "graph/signed_graph.h"

namespace claimgraph::graph {
namespace {

// Each tie at its end of fewer ties only (ties by number), so that a triangle is met once and no list is long.
struct Tie {
  std::uint32_t to = 0;
  bool opposes = false;
};

std::vector<std::vector<Tie>> ties_upwards(const SignedGraph& graph) {
  std::vector<std::vector<Tie>> out(graph.size());
  const auto rank = [&](std::uint32_t v) { return std::pair(graph.links(v).size(), v); };
  for (std::uint32_t v = 0; v < graph.size(); ++v) {
    for (const Link& link : graph.links(v)) {
      if (rank(v) < rank(link.to)) out[v].push_back({.to = link.to, .opposes = link.weight < 0});
    }
  }
  return out;
}

void add_triangle(Balance& balance, bool frustrated, std::uint32_t a, std::uint32_t b, std::uint32_t c) {
  ++(frustrated ? balance.frustrated : balance.balanced);
  auto& at = frustrated ? balance.frustrated_at : balance.balanced_at;
  for (const std::uint32_t v : {a, b, c}) ++at[v];
}

}  // namespace

Balance balance(const View& view) {
  const SignedGraph graph(view);
  const auto ties = ties_upwards(graph);
  Balance out{.balanced_at = std::vector<std::uint64_t>(graph.size()),
              .frustrated_at = std::vector<std::uint64_t>(graph.size())};
  enum class Mark : std::uint8_t { none, supports, opposes };
  std::vector<Mark> marks(graph.size(), Mark::none);  // of those tied to the vertex at hand
  for (std::uint32_t a = 0; a < graph.size(); ++a) {
    for (const Tie& tie : ties[a]) marks[tie.to] = tie.opposes ? Mark::opposes : Mark::supports;
    for (const Tie& ab : ties[a]) {
      for (const Tie& bc : ties[ab.to]) {
        if (marks[bc.to] == Mark::none) continue;
        const bool frustrated = (ab.opposes != bc.opposes) != (marks[bc.to] == Mark::opposes);
        add_triangle(out, frustrated, a, ab.to, bc.to);
      }
    }
    for (const Tie& tie : ties[a]) marks[tie.to] = Mark::none;
  }
  return out;
}

}  // namespace claimgraph::graph
