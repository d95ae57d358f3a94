#include "claimgraph/base/utf8.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace claimgraph {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

unsigned char byte(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

bool is_continuation(unsigned char c) { return (c & 0xC0) == 0x80; }

// The well-formed sequence at `at`, or nothing (Unicode 15, table 3-7).
std::optional<CodePoint> decode(std::string_view text, std::size_t at) {
  const unsigned char lead = byte(text, at);
  if (lead < 0x80) return CodePoint{lead, 1};
  const std::uint32_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() - at < size) return std::nullopt;
  char32_t value = lead & (0xFFU >> (size + 1));
  for (std::uint32_t i = 1; i < size; ++i) {
    const unsigned char next = byte(text, at + i);
    if (!is_continuation(next)) return std::nullopt;
    value = (value << 6) | (next & 0x3FU);
  }
  const bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (overlong || surrogate || value > 0x10FFFF) return std::nullopt;
  return CodePoint{value, size};
}

char32_t straightened(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x02BC: return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F: return '"';
    default: return c;
  }
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
  return decode(text, at).value_or(CodePoint{kReplacement, 1});
}

CodePoint code_point_before(std::string_view text, std::size_t end) {
  for (std::uint32_t size = 1; size <= 4 && size <= end; ++size) {
    const auto found = decode(text, end - size);
    if (found && found->size == size) return *found;
  }
  return {kReplacement, 1};
}

void append_utf8(std::string& text, char32_t code_point) {
  const auto put = [&](char32_t c) { text.push_back(static_cast<char>(c)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

std::optional<std::size_t> first_bad_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto found = decode(text, at);
    if (!found) return at;
    at += found->size;
  }
  return std::nullopt;
}

std::string to_lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const char32_t lower = c.value < 0x80 ? (c.value >= 'A' && c.value <= 'Z' ? c.value + 32 : c.value)
                                          : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value)));
    append_utf8(out, lower);
    at += c.size;
  }
  return out;
}

std::string fold(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfkd = icu::Normalizer2::getNFKDInstance(status);
  const auto source = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  icu::UnicodeString apart = U_SUCCESS(status) ? nfkd->normalize(source, status) : source;
  apart.foldCase();
  std::string out;
  bool space = false;
  for (int32_t i = 0; i < apart.length();) {
    const UChar32 c = apart.char32At(i);
    i += U16_LENGTH(c);
    if (u_isUWhiteSpace(c)) {
      space = !out.empty();
    } else if (u_charType(c) != U_NON_SPACING_MARK) {
      if (space) out.push_back(' ');
      space = false;
      append_utf8(out, straightened(static_cast<char32_t>(c)));
    }
  }
  return out;
}

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.size;
    if (c.value >= 0x20 && c.value < 0x7F) {
      ++columns;
      continue;
    }
    const auto code = static_cast<UChar32>(c.value);
    const auto type = u_charType(code);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_CONTROL_CHAR || type == U_FORMAT_CHAR)
      continue;
    const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
    columns += width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
  }
  return columns;
}

}  // namespace claimgraph
