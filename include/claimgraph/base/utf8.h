#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace claimgraph {

// A code point and the bytes it takes in UTF-8 (1 to 4).
struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 0;  // bytes

  friend bool operator==(const CodePoint&, const CodePoint&) = default;
};

// The code point that starts at byte `at`. A byte that starts none is given as U+FFFD of size 1.
// REQUIRES: at < text.size().
CodePoint code_point_at(std::string_view text, std::size_t at);
// The code point that ends just before byte `end`. REQUIRES: 0 < end <= text.size().
CodePoint code_point_before(std::string_view text, std::size_t end);

void append_utf8(std::string& text, char32_t code_point);

// The offset of the first byte that is no part of well-formed UTF-8 (Unicode 15, table 3-7), if there is one. O(n).
std::optional<std::size_t> first_bad_utf8(std::string_view text);

// Lower case of the whole string by simple, locale-free mapping (one code point to one code point).
std::string to_lower(std::string_view text);
// For comparing names as people write them: compatibility decomposition, no accents, no case; curly apostrophes and
// quotes made straight, every run of white space one space, none at the ends.
std::string fold(std::string_view text);

// Whether a byte is one of a word: of an ASCII letter or digit, or of any other script.
bool is_word_byte(char c);

// Columns that `text` takes on a terminal: 2 for East Asian wide and emoji, 0 for combining marks and controls.
std::size_t display_width(std::string_view text);

}  // namespace claimgraph
