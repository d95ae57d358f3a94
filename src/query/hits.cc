#include "query/hits.h"

#include <tuple>

namespace claimgraph::query {

void sort_newest_first(std::vector<Hit>& hits) {
  std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    return std::tie(b.document->published, a.document->id, a.id) <
           std::tie(a.document->published, b.document->id, b.id);
  });
}

}  // namespace claimgraph::query
