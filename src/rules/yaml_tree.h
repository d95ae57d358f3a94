#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "rules/source.h"

namespace claimgraph::rules {

enum class NodeKind { nothing, scalar, list, mapping };

// A value of a YAML file and where it stands. Mappings keep the order of the file.
struct Node {
  NodeKind kind = NodeKind::nothing;
  SourcePos where;
  std::size_t offset = 0;           // of its first byte in the source
  bool plain = false;               // of a scalar: neither quoted nor a block
  std::string text;                 // of a scalar
  std::string written;              // of a scalar with variables: as it was before they got their values
  std::vector<std::string> values;  // of those variables, in their order
  std::string key;                  // of a mapping's value
  SourcePos key_where;
  std::vector<Node> children;  // of a list or a mapping

  // The value under `name`, or nullptr. Lives as long as this node.
  const Node* find(std::string_view name) const;
};

// "a list", "the text 'x'" ...: for "…, not a mapping".
std::string describe(const Node& node);

// Parses the part of YAML that rule files need: mappings with scalar keys, lists and scalars, in one document; no
// anchors, aliases or tags. A duplicate key is a finding and the first one stays; any other finding ends the file,
// and then there is nothing. REQUIRES: check_source(source).
std::optional<Node> parse_yaml(const Source& source, Diagnostics& out);

}  // namespace claimgraph::rules
