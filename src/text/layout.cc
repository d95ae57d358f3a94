#include "text/layout.h"

#include <algorithm>
#include <cstddef>
#include <span>

#include "text/character.h"

namespace claimgraph::text {
namespace {

constexpr std::uint32_t kNarrowestWrap = 40;  // characters; lines shorter than this are verse, lists or headings
constexpr std::uint32_t kWidestWrap = 120;

// A line without the white space around it, and what the decision to join it with the next one rests on.
struct Line {
  Span bytes;
  std::uint32_t width = 0;       // characters
  std::uint32_t first_word = 0;  // characters up to the first white space
  bool starts_lower = false;
  bool starts_turn_or_entry = false;
  bool ends_sentence = false;
};

bool is_line_break(char32_t c) { return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }

// "•", "*" or "-" before a space, "3." or "(b)" before a space.
bool starts_entry(std::string_view line) {
  const Character first = character_at(line, 0);
  std::size_t at = first.size;
  const bool bullet = first.value == 0x2022 || first.value == 0x25CF || first.value == 0x25AA || first.value == '*' ||
                      is_dash(first.value);
  if (bullet) return character_at(line, at).kind == CharKind::space;
  if (first.kind == CharKind::digit || first.value == '(') {
    while (at < line.size() && at < 4 && is_word(character_at(line, at).kind)) at += character_at(line, at).size;
    const char32_t mark = character_at(line, at).value;
    return (mark == ')' || (mark == '.' && first.kind == CharKind::digit)) &&
           character_at(line, at + 1).kind == CharKind::space;
  }
  return false;
}

// "Name: …": up to four words that start with a capital, and a colon.
bool starts_turn(std::string_view line) {
  int words = 0;
  for (std::size_t at = 0; at < line.size() && words < 4; ++words) {
    if (character_at(line, at).kind != CharKind::upper) return false;
    for (Character c = character_at(line, at);
         is_word(c.kind) || c.value == '.' || c.value == '-' || is_apostrophe(c.value); c = character_at(line, at)) {
      at += c.size;
      if (at > 60) return false;
    }
    const Character after = character_at(line, at);
    if (after.value == ':') return character_at(line, at + 1).kind == CharKind::space;
    if (after.value != ' ') return false;
    ++at;
  }
  return false;
}

bool ends_sentence(std::string_view line) {
  std::size_t end = line.size();
  for (int marks = 0; end > 0 && marks < 3; ++marks) {
    const Character last = character_before(line, end);
    if (is_terminator(last.value) || last.value == ':') return true;
    if (is_word(last.kind)) return false;
    end -= last.size;
  }
  return false;
}

// The line in `bytes`, trimmed; its span is empty when there is nothing but white space.
Line read_line(std::string_view text, Span bytes) {
  std::uint32_t begin = bytes.begin;
  std::uint32_t end = bytes.end;
  for (Character c = character_at(text, begin); begin < end && c.kind == CharKind::space; c = character_at(text, begin))
    begin += c.size;
  for (Character c = character_before(text, end); end > begin && c.kind == CharKind::space;
       c = character_before(text, end))
    end -= c.size;
  Line line{.bytes = {begin, end}};
  if (line.bytes.empty()) return line;
  bool in_first_word = true;
  for (std::uint32_t at = begin; at < end; ++line.width) {
    const Character c = character_at(text, at);
    in_first_word = in_first_word && c.kind != CharKind::space;
    if (in_first_word) ++line.first_word;
    at += c.size;
  }
  const std::string_view content = text.substr(begin, end - begin);
  line.starts_lower = character_at(content, 0).kind == CharKind::lower;
  line.starts_turn_or_entry = starts_entry(content) || starts_turn(content);
  line.ends_sentence = ends_sentence(content);
  return line;
}

std::vector<Line> read_lines(std::string_view text) {
  std::vector<Line> lines;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const Character c = character_at(text, at);
    if (at < text.size() && !is_line_break(c.value)) {
      at += c.size;
      continue;
    }
    lines.push_back(read_line(text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)}));
    const bool pair = c.value == '\r' && character_at(text, at + 1).value == '\n';
    at += pair ? 2 : std::max<std::size_t>(c.size, 1);
    begin = at;
  }
  return lines;
}

std::uint32_t widest(std::span<const Line> lines) {
  std::uint32_t width = 0;
  for (const Line& line : lines) width = std::max(width, line.width);
  return width;
}

bool is_full(const Line& line, const Line& next, std::uint32_t width) {
  return line.width + 1 + next.first_word > width;
}

// Were these lines wrapped at `width`? A quarter of their breaks must fall inside a sentence that goes on in lower
// case, and of those breaks nine in ten must come where the next word did not fit.
bool is_wrapped(std::span<const Line> lines, std::uint32_t width) {
  if (width < kNarrowestWrap || width > kWidestWrap) return false;
  std::size_t breaks = 0;
  std::size_t inside = 0;
  std::size_t full = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].bytes.empty() || lines[i + 1].bytes.empty()) continue;
    ++breaks;
    if (lines[i].ends_sentence || !lines[i + 1].starts_lower) continue;
    ++inside;
    if (is_full(lines[i], lines[i + 1], width)) ++full;
  }
  return inside > 0 && inside * 4 >= breaks && full * 10 >= inside * 9;
}

// Cuts a block, lines that no blank line parts, into paragraphs. `width` is 0 when it was not wrapped.
void cut_block(std::span<const Line> block, std::uint32_t width, std::vector<Span>& paragraphs) {
  for (std::size_t i = 0; i < block.size(); ++i) {
    const bool joined = i > 0 && width > 0 && is_full(block[i - 1], block[i], width) && !block[i].starts_turn_or_entry;
    if (joined) {
      paragraphs.back().end = block[i].bytes.end;
    } else {
      paragraphs.push_back(block[i].bytes);
    }
  }
}

}  // namespace

std::vector<Span> find_paragraphs(std::string_view text) {
  const std::vector<Line> lines = read_lines(text);
  const std::uint32_t text_width = widest(lines);
  const bool text_wrapped = is_wrapped(lines, text_width);
  std::vector<Span> paragraphs;
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin;
    while (end < lines.size() && !lines[end].bytes.empty()) ++end;
    const std::span block = std::span(lines).subspan(begin, end - begin);
    const std::uint32_t width = text_wrapped ? text_width : widest(block);
    cut_block(block, text_wrapped || is_wrapped(block, width) ? width : 0, paragraphs);
    begin = std::max(end, begin + 1);
  }
  return paragraphs;
}

}  // namespace claimgraph::text
