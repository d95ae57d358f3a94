#include "text/symbols.h"

#include "text/character.h"

namespace claimgraph::text {
namespace {

constexpr char32_t kZeroWidthJoiner = 0x200D;

std::size_t marks_end(std::string_view text, std::size_t at) {
  for (Character c = character_at(text, at); c.kind == CharKind::mark; c = character_at(text, at)) at += c.size;
  return at;
}

bool is_skin_tone(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }

// One grapheme: pictographs joined by U+200D, each with its skin tone and selectors.
std::size_t emoji_end(std::string_view text, std::size_t at) {
  for (;;) {
    at += character_at(text, at).size;
    if (const Character tone = character_at(text, at); is_skin_tone(tone.value)) at += tone.size;
    at = marks_end(text, at);
    const bool joined = character_before(text, at).value == kZeroWidthJoiner;
    if (!joined || character_at(text, at).kind != CharKind::emoji) return at;
  }
}

std::size_t run_end(std::string_view text, std::size_t at, char32_t repeated) {
  for (Character c = character_at(text, at); c.size > 0 && c.value == repeated; c = character_at(text, at))
    at += c.size;
  return at;
}

std::size_t terminators_end(std::string_view text, std::size_t at) {
  for (Character c = character_at(text, at); c.size > 0 && is_terminator(c.value); c = character_at(text, at))
    at += c.size;
  return at;
}

// Characters of which a run is one token: "--", "***", "<<".
bool repeats(char32_t c) {
  return is_dash(c) || std::string_view("=*_~+#<>|^/\\,;:$&").find(static_cast<char>(c)) != std::string_view::npos;
}

}  // namespace

std::size_t symbol_end(std::string_view text, std::size_t at) {
  const Character c = character_at(text, at);
  const std::size_t next = at + c.size;
  if (c.kind == CharKind::emoji) return emoji_end(text, at);
  if (c.kind == CharKind::flag) {
    const Character second = character_at(text, next);
    return second.kind == CharKind::flag ? next + second.size : next;
  }
  if (is_terminator(c.value)) return terminators_end(text, at);
  if (is_apostrophe(c.value)) {
    const Character second = character_at(text, next);
    return second.size > 0 && second.value == c.value ? next + second.size : marks_end(text, next);
  }
  if (c.value < 0x80 ? repeats(c.value) : is_dash(c.value)) return run_end(text, at, c.value);
  return marks_end(text, next);
}

}  // namespace claimgraph::text
