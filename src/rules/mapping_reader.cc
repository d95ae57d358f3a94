#include "rules/mapping_reader.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <system_error>

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

std::vector<Written> MappingReader::texts(const Node* node) const {
  std::vector<Written> out;
  if (node == nullptr) return out;
  if (node->kind != NodeKind::list) {
    if (auto one = text(node)) out.push_back(std::move(*one));
    return out;
  }
  for (const Node& child : node->children) {
    if (child.kind == NodeKind::scalar && !child.text.empty()) {
      out.push_back({child.text, child.where});
    } else {
      finding(fmt::format("'{}' holds {}, not a text", node->key, describe(child)), child.where, "");
    }
  }
  if (node->children.empty()) finding(fmt::format("'{}' is an empty list", node->key), node->where, "leave it out");
  return out;
}

template <typename Number>
Number MappingReader::number(const Key& key, Number otherwise) const {
  const auto written = text(optional(key.name));
  if (!written) return otherwise;
  Number value{};
  const char* const end = written->text.data() + written->text.size();
  const auto [stop, failed] = std::from_chars(written->text.data(), end, value);
  if (failed == std::errc() && stop == end && value >= key.least && value <= key.most) return value;
  finding(fmt::format("'{}' is '{}', not a {} from {:.0f} to {:.0f}", key.name, written->text,
                      key.form == Form::whole ? "whole number" : "number", key.least, key.most),
          written->where, fmt::format("leave it out for {}", otherwise));
  return otherwise;
}
template std::int32_t MappingReader::number(const Key& key, std::int32_t otherwise) const;
template double MappingReader::number(const Key& key, double otherwise) const;

void MappingReader::check_name(const Written& name, std::string_view what, bool spelled_right,
                               std::string_view wanted) const {
  if (!spelled_right) finding(fmt::format("'{}' is no name for {}", name.text, what), name.where, std::string(wanted));
}

bool MappingReader::is_kind(const Node& section, NodeKind wanted) const {
  if (section.kind == wanted) return true;
  const bool list = wanted == NodeKind::list;
  finding(fmt::format("'{}' is {}, not a {}", section.key, describe(section), list ? "list" : "mapping"), section.where,
          list ? "begin each item with '- '" : "write 'name: ...' lines below it");
  return false;
}

void MappingReader::finding(std::string message, const SourcePos& where, std::string hint) const {
  out_.error({.code = ErrorCode::parse, .message = std::move(message), .where = where, .hint = std::move(hint)});
}

}  // namespace claimgraph::rules
