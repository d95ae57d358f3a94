#pragma once

#include <string>

#include "exporters/picture.h"

namespace claimgraph::exporters {

// What stands above a picture, as an HTML-like label: title, caption and legend. In the label and not in a node of its
// own, because no layout engine then puts it upon the graph.
std::string heading(const PictureView& picture, const DotOptions& options);

// "the 40 strongest of 312 edges, 2025-01-03 to 2025-10-24; 3 entities without edges are not shown".
std::string caption(const PictureView& picture);

}  // namespace claimgraph::exporters
