#include "exporters/text.h"

#include <algorithm>

#include "claimgraph/base/utf8.h"

namespace claimgraph::exporters {
namespace {

bool is_blank(char32_t c) {
  return c <= U' ' || (c >= 0x7f && c <= 0xa0) || c == 0x2028 || c == 0x2029 || (c >= 0x2000 && c <= 0x200a);
}

// The longest beginning of `text`, in bytes, that takes at most `width` columns.
std::size_t prefix_within(std::string_view text, std::size_t width) {
  std::size_t at = 0;
  std::size_t used = 0;
  while (at < text.size()) {
    const std::size_t size = code_point_at(text, at).size;
    used += display_width(text.substr(at, size));
    if (used > width) break;
    at += size;
  }
  return at;
}

void append_word(std::vector<std::string>& lines, std::string_view word, std::size_t width) {
  std::string& last = lines.back();
  const std::size_t gap = last.empty() ? 0 : 1;
  if (display_width(last) + gap + display_width(word) <= width) {
    if (gap == 1) last += ' ';
    last += word;
    return;
  }
  if (!last.empty()) lines.emplace_back();
  while (display_width(word) > width) {
    // At least one code point a line, so that a wide one in a column of one still ends.
    const std::size_t size = std::max<std::size_t>(prefix_within(word, width), code_point_at(word, 0).size);
    lines.back() = word.substr(0, size);
    word.remove_prefix(size);
    if (word.empty()) return;
    lines.emplace_back();
  }
  lines.back() = word;
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_blank(c.value)) {
      gap = true;
    } else {
      if (gap && !out.empty()) out += ' ';
      gap = false;
      append_utf8(out, c.value);
    }
    at += c.size;
  }
  return out;
}

std::string cut(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  if (width == 0) return {};
  std::string_view kept = text.substr(0, prefix_within(text, width - 1));
  while (!kept.empty() && kept.back() == ' ') kept.remove_suffix(1);
  return std::string(kept) + "…";
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  const std::string line = one_line(text);
  std::vector<std::string> lines(1);
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    append_word(lines, std::string_view(line).substr(begin, end - begin), width);
    begin = end + 1;
  }
  return lines;
}

}  // namespace claimgraph::exporters
