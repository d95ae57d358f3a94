#include "readers/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <fmt/format.h>

#include "claimgraph/base/utf8.h"

namespace claimgraph::readers {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

// The encoding that pages mean by `name` (WHATWG Encoding, section 4.2, as far as news pages go).
std::string meant_by(std::string_view name) {
  const std::string lower = to_lower(name);
  for (const std::string_view latin : {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii", "cp1252"}) {
    if (lower == latin) return "windows-1252";
  }
  if (lower == "gb2312") return "gbk";
  return lower;
}

}  // namespace

std::string Utf8Repair::message() const {
  if (wrong_bytes == 1) {
    return fmt::format("1 byte is not UTF-8 (0x{:02X} at byte {}); it was read as '?'", first_byte, first);
  }
  return fmt::format("{} bytes are not UTF-8, the first (0x{:02X}) at byte {}; each was read as '?'", wrong_bytes,
                     first_byte, first);
}

Utf8Repair repair_utf8(std::string& text) {
  Utf8Repair repair;
  std::size_t at = 0;
  while (const auto bad = first_bad_utf8(std::string_view(text).substr(at))) {
    at += *bad;
    if (repair.wrong_bytes++ == 0) {
      repair.first = at;
      repair.first_byte = static_cast<unsigned char>(text[at]);
    }
    text[at++] = '?';
  }
  return repair;
}

std::optional<std::string_view> encoding_of_mark(std::string_view bytes) {
  if (bytes.starts_with(kUtf8Mark)) return "UTF-8";
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  return std::nullopt;
}

std::optional<std::string> to_utf8(std::string_view bytes, std::string_view encoding) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(meant_by(encoding).c_str(), &status);
  if (U_FAILURE(status)) return std::nullopt;
  const icu::UnicodeString decoded(bytes.data(), static_cast<int32_t>(bytes.size()), converter, status);
  ucnv_close(converter);
  if (U_FAILURE(status)) return std::nullopt;
  std::string out;
  decoded.toUTF8String(out);
  if (out.starts_with(kUtf8Mark)) out.erase(0, kUtf8Mark.size());
  return out;
}

}  // namespace claimgraph::readers
