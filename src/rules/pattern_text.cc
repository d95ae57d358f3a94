#include <algorithm>
#include <optional>
#include <string_view>

#include "rules/parsed_file.h"

namespace claimgraph::rules {
namespace {

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::size_t skip_white(std::string_view text, std::size_t at) {
  while (at < text.size() && is_white(text[at])) ++at;
  return at;
}

// Where the stretch of `raw` ends that begins at `begin` and says what `value` says, white space but for its amount.
std::optional<std::size_t> end_of_same(std::string_view raw, std::size_t begin, std::string_view value) {
  std::size_t at = begin;
  for (std::size_t i = skip_white(value, 0); i < value.size();) {
    if (is_white(value[i])) {
      i = skip_white(value, i);
      if (i == value.size()) break;
      if (at == raw.size() || !is_white(raw[at])) return std::nullopt;
      at = skip_white(raw, at);
    } else {
      if (at == raw.size() || raw[at] != value[i]) return std::nullopt;
      ++at;
      ++i;
    }
  }
  return at;
}

}  // namespace

PatternText pattern_text(const Node& node, const Source& source) {
  const std::string_view raw = source.text;
  std::size_t begin = std::min(node.offset, raw.size());
  const char style = node.plain || begin == raw.size() ? '\0' : raw[begin];
  const bool quoted = style == '"' || style == '\'';
  if (style == '|' || style == '>') begin = std::min(raw.find('\n', begin), raw.size());
  if (quoted) ++begin;
  begin = skip_white(raw, begin);
  const auto end = end_of_same(raw, begin, node.text);
  const bool closed = end && (!quoted || (skip_white(raw, *end) < raw.size() && raw[skip_white(raw, *end)] == style));
  if (!closed) return {.text = node.text, .where = node.where, .exact = false};
  std::string text(raw.substr(begin, *end - begin));
  std::replace(text.begin(), text.end(), '\r', ' ');
  return {.text = std::move(text), .where = place_of(source, begin), .exact = true};
}

}  // namespace claimgraph::rules
