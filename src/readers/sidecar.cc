#include "readers/sidecar.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace claimgraph::readers {
namespace {

constexpr std::string_view kBlank = " \t\r";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

// Whether nothing but a comment stands in `rest`, which follows a closed value.
bool is_blank_or_comment(std::string_view rest) {
  const std::string_view text = trimmed(rest);
  return text.empty() || (text.front() == '#' && kBlank.find(rest.front()) != std::string_view::npos);
}

// The value of `text`, which begins with a single quotation mark.
std::optional<std::string> single_quoted(std::string_view text) {
  std::string out;
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at] != '\'') {
      out.push_back(text[at]);
    } else if (at + 1 < text.size() && text[at + 1] == '\'') {
      out.push_back(text[at++]);
    } else {
      if (!is_blank_or_comment(text.substr(at + 1))) return std::nullopt;
      return out;
    }
  }
  return std::nullopt;
}

// The value of `text`, which begins with a double quotation mark.
std::optional<std::string> double_quoted(std::string_view text) {
  std::string out;
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at] == '"') {
      if (!is_blank_or_comment(text.substr(at + 1))) return std::nullopt;
      return out;
    }
    if (text[at] != '\\') {
      out.push_back(text[at]);
      continue;
    }
    if (++at == text.size()) return std::nullopt;
    switch (text[at]) {
      case 'n': out.push_back('\n'); break;
      case 't': out.push_back('\t'); break;
      case '"':
      case '\\': out.push_back(text[at]); break;
      default: return std::nullopt;
    }
  }
  return std::nullopt;
}

std::optional<std::string> plain(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && !(text[end] == '#' && (end == 0 || kBlank.find(text[end - 1]) != std::string_view::npos)))
    ++end;
  const std::string_view value = trimmed(text.substr(0, end));
  if (!value.empty() && std::string_view("[{|>&*!%@`").find(value.front()) != std::string_view::npos)
    return std::nullopt;
  if (value == "-" || value.starts_with("- ")) return std::nullopt;
  return std::string(value);
}

std::optional<std::string> parse_value(std::string_view text) {
  if (text.starts_with('\'')) return single_quoted(text);
  if (text.starts_with('"')) return double_quoted(text);
  return plain(text);
}

bool is_key(std::string_view key) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  return !key.empty() && is_letter(key.front()) && std::all_of(key.begin(), key.end(), [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
}

// The entry that `line` is, or what is wrong with it. REQUIRES: `line` is more than blanks and comment.
tl::expected<SidecarEntry, std::string> parse_line(std::string_view line) {
  const std::size_t colon = line.find(':');
  const std::string_view key = line.substr(0, std::min(colon, line.size()));
  const std::string_view rest = colon == std::string_view::npos ? "" : line.substr(colon + 1);
  const bool apart = rest.empty() || kBlank.find(rest.front()) != std::string_view::npos;
  if (colon == std::string_view::npos || !apart || !is_key(key)) {
    return tl::unexpected(fmt::format("'{}' is not 'key: value'; the line was left out", trimmed(line)));
  }
  const auto value = parse_value(trimmed(rest));
  if (!value) return tl::unexpected(fmt::format("the value of '{}' is not one string; it was left out", key));
  return SidecarEntry{.key = std::string(key), .value = *value};
}

}  // namespace

std::vector<SidecarEntry> parse_sidecar(std::string_view text, const std::string& file, Diagnostics& diagnostics) {
  std::vector<SidecarEntry> out;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::string_view words = trimmed(line);
    if (words.empty() || words.front() == '#' || words == "---") continue;
    auto entry = parse_line(line);
    if (entry && std::any_of(out.begin(), out.end(), [&](const auto& other) { return other.key == entry->key; })) {
      entry = tl::unexpected(fmt::format("'{}' stands here a second time; it was left out", entry->key));
    }
    if (!entry) {
      diagnostics.warning({.code = ErrorCode::parse,
                           .message = std::move(entry.error()),
                           .where = SourcePos{.file = file, .line = number},
                           .hint = "a sidecar is flat lines 'key: value'; quote a value that has marks of YAML in it"});
      continue;
    }
    entry->line = number;
    out.push_back(std::move(*entry));
  }
  return out;
}

}  // namespace claimgraph::readers
