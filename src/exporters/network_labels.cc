#include "exporters/network_labels.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "claimgraph/kg/vocabulary.h"
#include "exporters/text.h"

namespace claimgraph::exporters {
namespace {

std::string plain(std::string_view name) {
  std::string out = one_line(name);
  std::replace(out.begin(), out.end(), '"', '\'');
  std::replace(out.begin(), out.end(), '\\', '/');
  return out;
}

}  // namespace

std::vector<std::string> network_labels(const graph::View& view) {
  std::vector<std::string> out;
  std::set<std::string> taken;
  for (const graph::Vertex& vertex : view.vertices()) {
    const std::string name = plain(vertex.name);
    const std::string typed = fmt::format("{} ({})", name, kg::spell(vertex.type));
    std::string label = taken.count(name) == 0 ? name : typed;
    for (std::size_t number = 2; !taken.insert(label).second; ++number) label = fmt::format("{} {}", typed, number);
    out.push_back(std::move(label));
  }
  return out;
}

}  // namespace claimgraph::exporters
