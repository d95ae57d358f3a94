#include "claimgraph/graph/measures.h"

namespace claimgraph::graph {
namespace {

struct Counters {
  std::uint32_t Degree::*leaving;
  std::uint32_t Degree::*entering;
};

Counters counters_of(EdgeKind kind) {
  switch (kind) {
    case EdgeKind::support: return {&Degree::supports, &Degree::supported};
    case EdgeKind::oppose: return {&Degree::opposes, &Degree::opposed};
    case EdgeKind::claim:
    case EdgeKind::neutral: break;
  }
  return {&Degree::others, &Degree::mentioned};
}

}  // namespace

std::vector<Degree> degrees(const View& view) {
  std::vector<Degree> out(view.vertices().size());
  for (const Edge& edge : view.edges()) {
    const Counters counters = counters_of(edge.kind);
    ++(out[static_cast<std::size_t>(edge.from)].*counters.leaving);
    ++(out[static_cast<std::size_t>(edge.to)].*counters.entering);
  }
  return out;
}

}  // namespace claimgraph::graph
