#include "exporters/document_text.h"

#include <fmt/format.h>

#include "claimgraph/base/utf8.h"

namespace claimgraph::exporters {
namespace {

// Of the printed ASCII characters, those that RFC 3986 has no place for, and the apostrophe.
constexpr std::string_view kUnfit = "\"'<>\\^`{|}";

}  // namespace

std::string listed(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const std::string_view part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += ", ";
    out += part;
  }
  return out;
}

std::string name_of(const query::DocumentRef& document) {
  return document.title.empty() ? document.id : document.title;
}

std::string link_to(const query::DocumentRef& document) {
  const std::size_t colon = document.uri.find("://");
  if (colon == std::string::npos) return {};
  const std::string scheme = fold(std::string_view(document.uri).substr(0, colon));
  // fold() takes spaces off too.
  if (scheme.size() != colon || (scheme != "http" && scheme != "https")) return {};
  std::string out;
  for (const char c : document.uri) {
    const bool unfit = (c >= 0 && c <= ' ') || c == 0x7f || kUnfit.find(c) != std::string_view::npos;
    out += unfit ? fmt::format("%{:02X}", static_cast<unsigned>(c)) : std::string(1, c);
  }
  return out;
}

}  // namespace claimgraph::exporters
