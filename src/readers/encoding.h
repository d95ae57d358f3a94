#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace claimgraph::readers {

// What repair_utf8() found.
struct Utf8Repair {
  std::size_t wrong_bytes = 0;
  std::size_t first = 0;  // its offset, when there is one
  unsigned char first_byte = 0;

  // "3 bytes are not UTF-8, the first (0xE9) at byte 17; each was read as '?'".
  std::string message() const;
};

// Makes `text` well-formed by writing '?' over each byte that belongs to no well-formed sequence. One byte for one, so
// that offsets into the text stay right. O(n).
Utf8Repair repair_utf8(std::string& text);

// The encoding that a byte order mark announces: "UTF-8", "UTF-16LE", "UTF-16BE".
std::optional<std::string_view> encoding_of_mark(std::string_view bytes);

// `bytes` in `encoding` (a name ICU knows; a byte order mark is dropped) as well-formed UTF-8, what cannot be decoded
// as U+FFFD. Nothing when there is no such encoding. The names of ISO 8859-1 and ASCII mean windows-1252, as on the
// Web.
std::optional<std::string> to_utf8(std::string_view bytes, std::string_view encoding);

}  // namespace claimgraph::readers
