#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace claimgraph::text {

// What a code point is to the tokeniser.
enum class CharKind : std::uint8_t {
  space,  // white space, and marks that only steer layout (zero-width space, byte order mark, writing direction)
  upper,
  lower,
  letter,  // of a script without case
  digit,
  number,  // "½", "²", "Ⅳ"
  mark,    // goes with the character before it: accents, joiners, variation selectors, soft hyphens
  emoji,
  flag,   // a regional indicator, two of which make a flag
  other,  // punctuation, symbols, controls and malformed bytes
};

// A character of a text: bytes [at, at + size).
struct Character {
  char32_t value = 0;
  std::uint32_t size = 0;
  CharKind kind = CharKind::space;
};

// The character at byte `at`; one of size 0 and kind `space` at the end of the text. REQUIRES: at <= text.size().
Character character_at(std::string_view text, std::size_t at);
// The character that ends before byte `end`; one of size 0 and kind `space` at the beginning of the text.
Character character_before(std::string_view text, std::size_t end);

CharKind kind_of(char32_t c);

inline bool is_letter(CharKind kind) {
  return kind == CharKind::upper || kind == CharKind::lower || kind == CharKind::letter;
}
// Letters, numbers and what goes with them.
inline bool is_word(CharKind kind) { return kind >= CharKind::upper && kind <= CharKind::mark; }

// ' ’ ‘ ʼ ` ´ and U+0092, which is ’ in text that was once Windows-1252.
bool is_apostrophe(char32_t c);
bool is_opening_bracket(char32_t c);
bool is_closing_bracket(char32_t c);
// - ‐ – — and their like.
bool is_dash(char32_t c);
// . ! ? and the same of other scripts; the ellipsis too.
bool is_terminator(char32_t c);

}  // namespace claimgraph::text
