#pragma once

#include <cstdint>
#include <string_view>

#include "claimgraph/graph/view.h"
#include "claimgraph/kg/vocabulary.h"

// How things look in diagrams. One place, so that the picture and its legend agree.
namespace claimgraph::exporters {

// Fonts that are metrically alike; the last one is what a bare system falls back to.
inline constexpr std::string_view kFont = "Helvetica,Arial,Liberation Sans,DejaVu Sans,sans-serif";

struct NodeStyle {
  std::string_view shape;
  std::string_view style;
  std::string_view fill;
  std::string_view rim;
};
const NodeStyle& style_of(kg::EntityType type);

struct EdgeStyle {
  std::string_view color;
  std::string_view attributes;  // line and arrowhead
  std::string_view sample;      // the same in characters, for the legend
  std::string_view meaning;
};
const EdgeStyle& style_of(graph::EdgeKind kind);

// Line width in points of an edge of so many facts. Grows with the logarithm, from 1 to 5.
double pen_width(graph::EdgeKind kind, std::uint32_t count);

struct ClusterStyle {
  std::string_view fill;
  std::string_view rim;
};
// How many clusters have a tint of their own.
inline constexpr std::uint32_t kClusterTints = 7;
// A soft ground for the box of any cluster; the colours return after kClusterTints.
const ClusterStyle& box_style(std::uint32_t cluster);
// The tint of a cluster's vertices where there are no boxes; white from kClusterTints on.
const ClusterStyle& tint_style(std::uint32_t cluster);

}  // namespace claimgraph::exporters
