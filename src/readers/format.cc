#include "readers/format.h"

#include <string>

#include "claimgraph/base/utf8.h"

namespace claimgraph::readers {

std::optional<Format> format_of_ending(std::string_view path) {
  const std::size_t dot = path.find_last_of("./");
  if (dot == std::string_view::npos || path[dot] != '.') return std::nullopt;
  const std::string ending = to_lower(path.substr(dot));
  if (ending == ".txt") return Format::text;
  if (ending == ".html" || ending == ".htm") return Format::html;
  if (ending == ".jsonl" || ending == ".ndjson") return Format::jsonl;
  return std::nullopt;
}

Format format_of_bytes(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::size_t start = head.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return Format::text;
  head.remove_prefix(start);
  if (head.front() == '{') return Format::jsonl;
  const std::string lower = to_lower(head);
  // The tags that pages begin with; a text may well begin with "<" and something else.
  for (const std::string_view tag : {"<!doctype html", "<!--", "<?xml", "<html", "<head", "<body", "<meta", "<title",
                                     "<article", "<div", "<main", "<section", "<p>", "<p ", "<h1"}) {
    if (lower.starts_with(tag)) return Format::html;
  }
  return Format::text;
}

}  // namespace claimgraph::readers
