#include "text/character.h"

#include <array>

#include <unicode/uchar.h>

#include "claimgraph/base/utf8.h"

namespace claimgraph::text {
namespace {

constexpr CharKind ascii_kind(char32_t c) {
  if (c == ' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F)) return CharKind::space;
  if (c >= 'A' && c <= 'Z') return CharKind::upper;
  if (c >= 'a' && c <= 'z') return CharKind::lower;
  if (c >= '0' && c <= '9') return CharKind::digit;
  return CharKind::other;
}

constexpr auto kAscii = [] {
  std::array<CharKind, 128> table{};
  for (std::size_t c = 0; c < table.size(); ++c) table[c] = ascii_kind(static_cast<char32_t>(c));
  return table;
}();

// Characters that change layout or direction, are not seen and part words no less than a space beside them would.
bool is_invisible_space(char32_t c) {
  return c == 0x200B || c == 0xFEFF || c == 0x2060 || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

CharKind kind_beyond_ascii(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  if (u_isUWhiteSpace(code) || is_invisible_space(c)) return CharKind::space;
  if (c >= 0x1F1E6 && c <= 0x1F1FF) return CharKind::flag;
  switch (u_charType(code)) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER: return CharKind::upper;
    case U_LOWERCASE_LETTER: return CharKind::lower;
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER: return CharKind::letter;
    case U_DECIMAL_DIGIT_NUMBER: return CharKind::digit;
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER: return CharKind::number;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_FORMAT_CHAR: return CharKind::mark;
    default: break;
  }
  return u_hasBinaryProperty(code, UCHAR_EXTENDED_PICTOGRAPHIC) ? CharKind::emoji : CharKind::other;
}

}  // namespace

CharKind kind_of(char32_t c) { return c < kAscii.size() ? kAscii[c] : kind_beyond_ascii(c); }

Character character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < kAscii.size()) return {lead, 1, kAscii[lead]};
  const CodePoint c = code_point_at(text, at);
  return {c.value, c.size, kind_beyond_ascii(c.value)};
}

Character character_before(std::string_view text, std::size_t end) {
  if (end == 0) return {};
  const CodePoint c = code_point_before(text, end);
  return {c.value, c.size, kind_of(c.value)};
}

bool is_apostrophe(char32_t c) {
  switch (c) {
    case '\'':
    case 0x2019:
    case 0x2018:
    case 0x02BC:
    case '`':
    case 0x00B4:
    case 0x0092: return true;
    default: return false;
  }
}

bool is_opening_bracket(char32_t c) { return c == '(' || c == '[' || c == '{'; }
bool is_closing_bracket(char32_t c) { return c == ')' || c == ']' || c == '}'; }
bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

bool is_terminator(char32_t c) {
  switch (c) {
    case '.':
    case '!':
    case '?':
    case 0x2026:  // …
    case 0x203C:  // ‼
    case 0x2047:
    case 0x2048:
    case 0x2049:
    case 0x3002:  // 。
    case 0xFF01:
    case 0xFF1F: return true;
    default: return false;
  }
}

}  // namespace claimgraph::text
