#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// Text inside of GraphViz's language, which reads three layers of escapes: quoted strings, escString (\N, \l, …) and
// HTML entities.
namespace claimgraph::exporters {

// `text` on one line as a quoted string that shows as it is.
std::string dot_string(std::string_view text);
// `text` as a quoted label, broken into centred lines of at most `width` columns.
std::string dot_label(std::string_view text, std::size_t width);
// `text` as a quoted string that keeps its line breaks: for tooltips.
std::string dot_tooltip(std::string_view text);
// `text` on one line inside of an HTML-like label.
std::string html_escaped(std::string_view text);

}  // namespace claimgraph::exporters
