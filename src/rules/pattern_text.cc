#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "rules/parsed_file.h"
#include "rules/variables.h"

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

// The fewest spaces that the lines behind the first begin with, at most `most`; lines without text do not count.
std::size_t common_indent(std::string_view text, std::size_t most) {
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1)) {
    const std::size_t first = text.find_first_not_of(" \r", end + 1);
    if (first != std::string_view::npos && text[first] != '\n') most = std::min(most, first - end - 1);
  }
  return most;
}

// `text` without up to `indent` spaces at the begin of every line but the first, and without carriage returns.
std::string without_indent(std::string_view text, std::size_t indent) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\r') out += text[at];
    if (text[at] != '\n') continue;
    const std::size_t first = std::min(text.find_first_not_of(' ', at + 1), text.size());
    at += std::min(indent, first - at - 1);
  }
  return out;
}

// Puts the values of variables in their places in `out`.
void put_values(const std::vector<std::string>& values, PatternText& out) {
  if (values.empty()) return;
  const std::string written = std::exchange(out.text, with_values(out.text, values));
  const auto marks = variable_marks(written);
  std::uint32_t line = out.begin.line;
  std::size_t line_begin = 0, at = 0;
  std::ptrdiff_t longer = 0;  // the values of this line than their variables
  for (std::size_t i = 0; i < marks.size() && i < values.size(); ++i) {
    for (; at < marks[i].begin; ++at) {
      if (written[at] != '\n') continue;
      ++line;
      line_begin = at + 1;
      longer = 0;
    }
    const auto column = static_cast<std::ptrdiff_t>(out.begin.column + (marks[i].begin - line_begin)) + longer;
    out.inserts.push_back({.line = line,
                           .column = static_cast<std::uint32_t>(column),
                           .size = static_cast<std::uint32_t>(values[i].size()),
                           .written = static_cast<std::uint32_t>(marks[i].size)});
    longer += static_cast<std::ptrdiff_t>(values[i].size()) - static_cast<std::ptrdiff_t>(marks[i].size);
  }
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
  const auto end = end_of_same(raw, begin, node.values.empty() ? node.text : node.written);
  const bool closed = end && (!quoted || (skip_white(raw, *end) < raw.size() && raw[skip_white(raw, *end)] == style));
  if (!closed) return {.text = node.text, .where = node.where, .begin = node.where, .exact = false};
  const std::string_view stretch = raw.substr(begin, *end - begin);
  PatternText out{.where = place_of(source, begin), .exact = true};
  // The compiler takes every line to begin in one column: that of the line furthest to the left.
  const std::size_t before = out.where.column - 1;
  const std::size_t indent = common_indent(stretch, before);
  out.text = std::string(before - indent, ' ') + without_indent(stretch, indent);
  out.begin = {source.file, out.where.line, static_cast<std::uint32_t>(indent + 1)};
  put_values(node.values, out);
  return out;
}

bool PatternText::holds(const SourcePos& place) const {
  const auto lines = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
  return place.file == begin.file && place.line >= begin.line && place.line <= begin.line + lines;
}

SourcePos PatternText::in_file(SourcePos place) const {
  if (!exact) return where;
  std::uint32_t column = place.column;
  for (const Insert& insert : inserts) {
    if (insert.line != place.line || insert.column > place.column) continue;
    if (place.column < insert.column + insert.size) {
      column = column + insert.column - place.column;  // the variable itself
      break;
    }
    column = column + insert.written - insert.size;
  }
  place.column = column;
  return place;
}

}  // namespace claimgraph::rules
