#include "rules/mapping_reader.h"

#include <algorithm>

#include <fmt/format.h>

#include "rules/spelling.h"

namespace claimgraph::rules {

bool MappingReader::is_mapping() const {
  if (node_.kind == NodeKind::mapping) return true;
  out_.error({.code = ErrorCode::parse,
              .message = fmt::format("{} is {}, not a mapping", what_, describe(node_)),
              .where = node_.where,
              .hint = "write 'key: value' lines"});
  return false;
}

void MappingReader::only(std::span<const std::string> known) const {
  for (const auto& child : node_.children) {
    if (std::find(known.begin(), known.end(), child.key) != known.end()) continue;
    out_.error({.code = ErrorCode::parse,
                .message = fmt::format("unknown key '{}' in {}", child.key, what_),
                .where = child.key_where,
                .hint = suggest(child.key, known)});
  }
}

const Node* MappingReader::required(std::string_view key, std::string_view hint) const {
  const Node* found = node_.find(key);
  if (found == nullptr) {
    out_.error({.code = ErrorCode::parse,
                .message = fmt::format("{} has no '{}'", what_, key),
                .where = node_.where,
                .hint = std::string(hint)});
  }
  return found;
}

std::optional<Written> MappingReader::text(const Node* node) const {
  if (node == nullptr) return std::nullopt;
  const bool blank = node->text.find_first_not_of(" \t\r\n") == std::string::npos;
  if (node->kind == NodeKind::scalar && !blank) return Written{node->text, node->where};
  out_.error({.code = ErrorCode::parse,
              .message = fmt::format("'{}' is {}, not a text", node->key,
                                     node->kind == NodeKind::scalar ? "empty" : describe(*node)),
              .where = node->where,
              .hint = node->kind == NodeKind::list ? "quote a text that begins with '['" : ""});
  return std::nullopt;
}

std::optional<std::size_t> MappingReader::choice(const Node* node, std::span<const std::string> names) const {
  const auto written = text(node);
  if (!written) return std::nullopt;
  const auto at = std::find(names.begin(), names.end(), written->text);
  if (at != names.end()) return static_cast<std::size_t>(at - names.begin());
  out_.error({.code = ErrorCode::parse,
              .message = fmt::format("unknown {} '{}'", node->key, written->text),
              .where = written->where,
              .hint = suggest(written->text, names)});
  return std::nullopt;
}

}  // namespace claimgraph::rules
