#include "readers/fields.h"

#include <fmt/format.h>

#include "claimgraph/base/utf8.h"
#include "readers/date.h"

namespace claimgraph::readers {

std::string collapsed(std::string_view text) {
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (c.value <= 0x20 || c.value == 0xA0 || c.value == 0x202F || c.value == 0x2007) {
      space = !out.empty();
    } else {
      if (space) out.push_back(' ');
      space = false;
      out.append(text, at, c.size);
    }
    at += c.size;
  }
  return out;
}

std::string excerpt(std::string_view written) {
  constexpr std::size_t kMostBytes = 60;
  std::string out = collapsed(written.substr(0, 4 * kMostBytes));
  if (out.size() <= kMostBytes) return out;
  std::size_t end = kMostBytes;
  while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80) --end;
  out.resize(end);
  return out + "...";
}

std::optional<std::string> read_date(std::string_view written, const Report& report, std::uint32_t line) {
  if (written.find_first_not_of(" \t\r\n") == std::string_view::npos) return std::nullopt;
  auto date = parse_date(written);
  if (!date) {
    report.warning(fmt::format("'{}' is not a date we can read; the document has none", excerpt(written)), line,
                   "write it as 2024-01-20");
  }
  return date;
}

std::string language_of(std::string_view tag) {
  const std::string lower = to_lower(collapsed(tag));
  return lower.substr(0, lower.find_first_of("-_,; "));
}

}  // namespace claimgraph::readers
