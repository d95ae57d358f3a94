#include "rules/source.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "claimgraph/base/utf8.h"

namespace claimgraph::rules {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

unsigned byte_at(const Source& source, std::size_t offset) { return static_cast<unsigned char>(source.text[offset]); }

// The first byte that no line of text has: a control character, or a carriage return that ends no line.
std::optional<std::size_t> first_control(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    if ((byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7F) return i;
  }
  return std::nullopt;
}

// The first tab among the white space before a line's text.
std::optional<std::size_t> first_indenting_tab(std::string_view text) {
  std::size_t line = 0;
  while (line < text.size()) {
    const std::size_t end = std::min(text.find('\n', line), text.size());
    const std::size_t first = std::min(text.find_first_not_of(" \t\r", line), end);
    const std::size_t tab = text.find('\t', line);
    if (tab < first && first < end) return tab;
    line = end + 1;
  }
  return std::nullopt;
}

Error finding(const Source& source, std::size_t offset, std::string message, std::string hint) {
  return {.code = ErrorCode::parse,
          .message = std::move(message),
          .where = place_of(source, offset),
          .hint = std::move(hint)};
}

}  // namespace

Result<std::string> read_bytes(const std::filesystem::path& path, std::size_t most) {
  const auto refused = [&](ErrorCode code, std::string why, std::string hint) {
    return fail({.code = code,
                 .message = fmt::format("cannot read '{}': {}", path.generic_string(), why),
                 .hint = std::move(hint)});
  };
  std::error_code failed;
  const auto status = std::filesystem::status(path, failed);
  if (!std::filesystem::exists(status)) return refused(ErrorCode::not_found, "there is no such file", "");
  if (!std::filesystem::is_regular_file(status)) return refused(ErrorCode::io, "it is no regular file", "");
  const auto size = std::filesystem::file_size(path, failed);
  if (failed) return refused(ErrorCode::io, failed.message(), "");
  if (size > most) {
    return refused(ErrorCode::limit, fmt::format("it has {} bytes, more than {}", size, most),
                   "split it into several files");
  }
  std::string bytes(static_cast<std::size_t>(size), '\0');
  std::ifstream in(path, std::ios::binary);
  if (!in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) {
    return refused(ErrorCode::io, "the system refused to read it", "may this user read it?");
  }
  return bytes;
}

SourcePos place_of(const Source& source, std::size_t offset) {
  const std::string_view before = std::string_view(source.text).substr(0, offset);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t line_begin = lines == 0 ? 0 : before.rfind('\n') + 1;
  return {source.file, static_cast<std::uint32_t>(lines + 1), static_cast<std::uint32_t>(offset - line_begin + 1)};
}

std::size_t offset_of(const Source& source, const SourcePos& place) {
  std::size_t at = 0;
  for (std::uint32_t line = 1; line < place.line; ++line) {
    const std::size_t end = source.text.find('\n', at);
    if (end == std::string::npos) break;
    at = end + 1;
  }
  return std::min(at + std::max(place.column, 1U) - 1, source.text.size());
}

bool check_source(Source& source, Diagnostics& out) {
  if (source.text.starts_with(kByteOrderMark)) source.text.erase(0, kByteOrderMark.size());
  if (source.text.find_first_not_of(" \t\r\n") == std::string::npos) {
    out.error({.code = ErrorCode::parse,
               .message = "the file is empty; a rule file has at least one of 'rules', 'define' and 'lexicons'",
               .where = SourcePos{source.file},
               .hint = "delete it if it is not needed"});
    return false;
  }
  if (const auto bad = first_bad_utf8(source.text)) {
    out.error(finding(source, *bad, fmt::format("byte 0x{:02X} is no part of UTF-8 text", byte_at(source, *bad)),
                      "save the file in UTF-8"));
    return false;
  }
  if (const auto control = first_control(source.text)) {
    const unsigned byte = byte_at(source, *control);
    out.error(finding(source, *control, fmt::format("control character U+{:04X} in a text file", byte),
                      byte == '\r' ? "end lines with a line feed" : "delete it"));
    return false;
  }
  if (const auto tab = first_indenting_tab(source.text)) {
    out.error(finding(source, *tab, "a tab indents this line, where YAML takes spaces only", "replace it with spaces"));
    return false;
  }
  return true;
}

}  // namespace claimgraph::rules
