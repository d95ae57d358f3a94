#pragma once

#include <optional>
#include <string_view>

namespace claimgraph::readers {

enum class Format { text, html, jsonl };

// The endings that find_inputs() looks for below folders, for messages.
inline constexpr std::string_view kEndings = ".txt .html .htm .jsonl .ndjson";

// What the ending of `path` says, if it is one of kEndings in whatever case.
std::optional<Format> format_of_ending(std::string_view path);

// What the first bytes of an input say (kFormatBytes of them, fewer only where it is shorter).
Format format_of_bytes(std::string_view head);
inline constexpr std::size_t kFormatBytes = 1024;

}  // namespace claimgraph::readers
