#include "exporters/dot_style.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace claimgraph::exporters {

const NodeStyle& style_of(kg::EntityType type) {
  // By enumerator. Tints of the palette of Okabe and Ito (2008), which colour-blind readers can tell apart.
  static constexpr std::array<NodeStyle, 8> kStyles = {{
      {"ellipse", "filled", "#e3f0fa", "#2f6f9f"},         // person
      {"box", "filled", "#fbead0", "#a8701a"},             // organisation
      {"hexagon", "filled", "#e4f3ea", "#3d8362"},         // place
      {"octagon", "filled", "#f3e6f0", "#96577f"},         // group
      {"note", "filled", "#f4f4f4", "#6b6b6b"},            // work
      {"tab", "filled", "#f9e4d6", "#b0531d"},             // event
      {"box", "rounded,filled", "#fdf8d3", "#9a8a1f"},     // concept
      {"ellipse", "filled,dashed", "#ffffff", "#7d7d7d"},  // other
  }};
  return kStyles[static_cast<std::size_t>(type)];
}

const EdgeStyle& style_of(graph::EdgeKind kind) {
  static constexpr std::array<EdgeStyle, 4> kStyles = {{
      {"#7489a3", "style=dashed, arrowhead=vee, arrowsize=0.6", "- - &gt;", "speaks of"},
      {"#1a7f45", "arrowhead=normal, arrowsize=0.8", "&#8212;&#8212;&gt;", "supports"},
      {"#c62f35", "arrowhead=tee, arrowsize=1.1", "&#8212;&#8212;|", "opposes"},
      {"#8c8c8c", "arrowhead=odot, arrowsize=0.6", "&#8212;&#8212;o", "is neutral on"},
  }};
  return kStyles[static_cast<std::size_t>(kind)];
}

double pen_width(graph::EdgeKind kind, std::uint32_t count) {
  const double grown = std::log2(std::max<std::uint32_t>(count, 1));
  // What takes no side stays in the background however often it is said.
  const bool takes_side = kind == graph::EdgeKind::support || kind == graph::EdgeKind::oppose;
  return takes_side ? std::min(1.3 + 0.8 * grown, 5.0) : std::min(0.8 + 0.3 * grown, 2.0);
}

const ClusterStyle& box_style(std::uint32_t cluster) {
  static constexpr std::array<ClusterStyle, kClusterTints> kStyles = {{
      {"#f4f8fc", "#b9d0e4"},
      {"#fdf7ee", "#e6d0a9"},
      {"#f3f9f5", "#b5d8c4"},
      {"#faf4f8", "#dcc0d3"},
      {"#fdf4ef", "#e8c5b0"},
      {"#f1f9fa", "#aed6da"},
      {"#f7f7f5", "#cfcfc6"},
  }};
  return kStyles[cluster % kClusterTints];
}

const ClusterStyle& tint_style(std::uint32_t cluster) {
  static constexpr std::array<ClusterStyle, kClusterTints + 1> kStyles = {{
      {"#cfe3f5", "#2f6f9f"},
      {"#fbdfae", "#a8701a"},
      {"#cbead7", "#2f7d55"},
      {"#eccfe3", "#96577f"},
      {"#f8cfb8", "#b0531d"},
      {"#c4e9ec", "#25818a"},
      {"#e2e2d8", "#74746a"},
      {"#ffffff", "#7d7d7d"},
  }};
  return kStyles[std::min(cluster, kClusterTints)];
}

}  // namespace claimgraph::exporters
