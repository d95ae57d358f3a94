#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Fitting text into columns. Widths are columns of a terminal, as display_width() counts them.
namespace claimgraph::exporters {

// `text` with every run of white space and control characters as one space, and none at the ends.
std::string one_line(std::string_view text);

// `text` when it fits into `width` columns, else its beginning and "…".
std::string cut(std::string_view text, std::size_t width);

// The lines of one_line(text) broken at spaces, none wider than `width`; a word that is wider is broken inside.
// REQUIRES: width > 0.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

}  // namespace claimgraph::exporters
