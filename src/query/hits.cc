#include "query/hits.h"

#include <string_view>
#include <tuple>
#include <utility>

namespace claimgraph::query {
namespace {

// A hit whose document's own id decides its place.
struct NamedHit {
  Hit hit;
  std::string_view document;
};

}  // namespace

Status take_page(FactReader& reader, const Page& page, std::vector<Hit>& hits) {
  const std::size_t begin = std::min(page.skip, hits.size());
  const std::size_t left = hits.size() - begin;
  const std::size_t end = begin + (page.limit == 0 ? left : std::min(page.limit, left));
  const auto newer = [](const Hit& a, const Hit& b) { return a.published > b.published; };
  const auto at = [&](std::size_t place) { return hits.begin() + static_cast<std::ptrdiff_t>(place); };
  if (begin == end) {
    hits.clear();
    return {};
  }
  std::stable_sort(hits.begin(), hits.end(), newer);
  const auto first = std::lower_bound(hits.begin(), hits.end(), *at(begin), newer);
  const auto last = std::upper_bound(hits.begin(), hits.end(), *at(end - 1), newer);
  std::vector<NamedHit> named;
  for (auto hit = first; hit != last; ++hit) {
    const auto document = reader.document(hit->id.document);
    if (!document) return fail(document.error());
    named.push_back({*hit, (**document).id});
  }
  std::sort(named.begin(), named.end(), [](const NamedHit& a, const NamedHit& b) {
    return std::tuple(b.hit.published, a.document, a.hit.id) < std::tuple(a.hit.published, b.document, b.hit.id);
  });
  const auto before = static_cast<std::size_t>(first - hits.begin());
  std::vector<Hit> out;
  for (std::size_t i = begin - before; i < end - before; ++i) out.push_back(named[i].hit);
  hits = std::move(out);
  return {};
}

}  // namespace claimgraph::query
