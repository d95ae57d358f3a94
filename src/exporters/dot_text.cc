#include "exporters/dot_text.h"

#include "exporters/text.h"

namespace claimgraph::exporters {
namespace {

// REQUIRES: no line breaks or control characters in `line`.
std::string escaped(std::string_view line) {
  std::string out;
  for (const char c : line) {
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '&': out += "&amp;"; break;  // GraphViz resolves entities in plain labels and addresses too
      default: out += c;
    }
  }
  return out;
}

}  // namespace

std::string dot_string(std::string_view text) { return '"' + escaped(one_line(text)) + '"'; }

std::string dot_label(std::string_view text, std::size_t width) {
  std::string out = "\"";
  for (const auto& line : wrap(text, width)) {
    if (out.size() > 1) out += "\\n";
    out += escaped(line);
  }
  return out + '"';
}

std::string dot_tooltip(std::string_view text) {
  std::string out = "\"";
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (begin > 0) out += "\\n";
    out += escaped(one_line(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return out + '"';
}

std::string html_escaped(std::string_view text) {
  std::string out;
  for (const char c : one_line(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

}  // namespace claimgraph::exporters
