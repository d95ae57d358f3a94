#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "rules/keys.h"
#include "rules/written.h"
#include "rules/yaml_tree.h"

namespace claimgraph::rules {

// Reads a mapping's values by key and says what is wrong with them. A view of the node and of the findings.
class MappingReader {
 public:
  // `what` names the mapping in findings: "a rule".
  MappingReader(const Node& node, std::string what, Diagnostics& out)
      : node_(node), what_(std::move(what)), out_(out), errors_before_(out.errors()) {}

  // False, with a finding, when the node is no mapping.
  bool is_mapping() const;
  // A finding for every key that is not in `known`.
  void only(std::span<const std::string> known) const;

  // The value under `key` if it is there; a finding when it is missing and `required`.
  const Node* optional(std::string_view key) const { return node_.find(key); }
  const Node* required(std::string_view key, std::string_view hint) const;
  // Its text; a finding when it is no scalar or empty. `node` may be nullptr.
  std::optional<Written> text(const Node* node) const;
  // Its text, or those of the list that it is; a finding for what is neither. `node` may be nullptr.
  std::vector<Written> texts(const Node* node) const;
  // The value under `key` of a table that says it is a number; `otherwise` when it is not there or, with a finding,
  // none.
  template <typename Number>
  Number number(const Key& key, Number otherwise) const;
  // The place of its text in `names`; a finding when it is none of them.
  std::optional<std::size_t> choice(const Node* node, std::span<const std::string> names) const;

  // A finding unless `spelled_right`: "'x y' is no name for a rule".
  void check_name(const Written& name, std::string_view what, bool spelled_right, std::string_view wanted) const;
  // A finding unless the value of a key is such a thing.
  bool is_kind(const Node& section, NodeKind wanted) const;
  void finding(std::string message, const SourcePos& where, std::string hint) const;

  // No errors since this reader was made.
  bool ok() const { return out_.errors() == errors_before_; }

 private:
  const Node& node_;
  std::string what_;
  Diagnostics& out_;
  std::size_t errors_before_;
};

}  // namespace claimgraph::rules
