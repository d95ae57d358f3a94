#include "exporters/xml.h"

#include "claimgraph/base/utf8.h"

namespace claimgraph::exporters {
namespace {

// XML 1.0 (fifth edition), production [2] Char.
bool is_xml_char(char32_t c) {
  return c == U'\t' || c == U'\n' || c == U'\r' || (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd) ||
         c >= 0x10000;
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.size;
    switch (c.value) {
      case U'&': out += "&amp;"; break;
      case U'<': out += "&lt;"; break;
      case U'>': out += "&gt;"; break;
      case U'"': out += "&quot;"; break;
      case U'\t': out += "&#9;"; break;
      case U'\n': out += "&#10;"; break;
      case U'\r': out += "&#13;"; break;
      default: append_utf8(out, is_xml_char(c.value) ? c.value : U'\uFFFD');
    }
  }
  return out;
}

}  // namespace claimgraph::exporters
