#include "query/hits.h"

#include <algorithm>
#include <tuple>

namespace claimgraph::query {

std::size_t newest_first(std::vector<Hit>& hits, std::size_t limit) {
  std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    return std::tie(b.document->published, a.document->id, a.id) <
           std::tie(a.document->published, b.document->id, b.id);
  });
  const auto same = [](const Hit& a, const Hit& b) { return a.id == b.id; };
  hits.erase(std::unique(hits.begin(), hits.end(), same), hits.end());
  const std::size_t total = hits.size();
  if (limit != 0 && total > limit) hits.resize(limit);
  return total;
}

}  // namespace claimgraph::query
