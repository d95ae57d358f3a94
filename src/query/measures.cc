#include "claimgraph/query/measures.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "query/hits.h"

namespace claimgraph::query {
namespace {

// Above this many vertices, betweenness is estimated from this many sources.
constexpr std::size_t kExactVertices = 10'000;
constexpr std::size_t kSamples = 1'000;

}  // namespace

Result<Rows<MeasureRow>> measures(const store::Snapshot& snapshot, const Filter& filter, const Page& page) {
  const auto whole = view(snapshot, filter);
  if (!whole) return fail(whole.error());
  const std::size_t n = whole->vertices().size();
  const auto rank = graph::page_rank(*whole, {});
  const auto between = graph::betweenness(*whole, {.samples = n > kExactVertices ? kSamples : 0});
  const auto degree = graph::degrees(*whole);
  const auto balance = graph::balance(*whole);
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  // Vertices are in the order of their names.
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank[a] > rank[b]; });
  Rows<MeasureRow> out{.total = n};
  cut_to(page, order);
  for (const std::size_t v : order) {
    const graph::Vertex& vertex = whole->vertices()[v];
    out.rows.push_back({.entity = vertex.name,
                        .type = std::string(kg::spell(vertex.type)),
                        .page_rank = rank[v],
                        .betweenness = between[v],
                        .degree = degree[v],
                        .triangles = balance.balanced_at[v] + balance.frustrated_at[v],
                        .frustrated = balance.frustrated_at[v]});
  }
  return out;
}

}  // namespace claimgraph::query
