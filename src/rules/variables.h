#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "rules/source.h"
#include "rules/written.h"
#include "rules/yaml_tree.h"

namespace claimgraph::rules {

// "${name}" in a text, or "$${", which stands for "${" itself.
struct VariableMark {
  std::size_t begin = 0;
  std::size_t size = 0;
  std::string_view name;
  bool escaped = false;
  bool closed = true;  // a '}' ends it
};

// Those in `text`, which they are views of, in its order.
std::vector<VariableMark> variable_marks(std::string_view text);

// The variables and parameters of one file. A value may name others. Thread-compatible.
class Variables {
 public:
  explicit Variables(const Source& source) : source_(source) {}

  // From the mappings `parameters` and `variables` of a file; either may be nullptr.
  void read(const Node* parameters, const Node* variables, Diagnostics& out);
  // The value that an import gives; final, what looks like a variable in it is none. A finding at `importer` when there
  // is no such parameter.
  void give(const Written& name, const std::string& value, Diagnostics& out);
  // A finding at `importer` for each parameter that has neither default nor value.
  void check_given(const SourcePos& importer, Diagnostics& out) const;

  // Puts values in place of the variables in all keys and texts of `node` and below it.
  void replace_in(Node& node, Diagnostics& out);
  // A warning for each that no text named.
  void warn_of_unused(Diagnostics& out) const;

 private:
  struct Variable {
    const Node* written = nullptr;     // the default; lives in the tree of the file
    std::optional<std::string> value;  // once it is known
    SourcePos where;
    bool parameter = false;
    bool used = false;
  };

  void read(const Node& section, bool parameter, Diagnostics& out);
  // Of the text that begins at byte `offset` of the source; what each mark becomes.
  std::vector<std::string> values_of(std::string_view text, std::size_t offset, Diagnostics& out);
  std::string value_of(const VariableMark& mark, const SourcePos& where, Diagnostics& out);
  std::string finding(std::string message, const SourcePos& where, std::string hint, Diagnostics& out) const;

  const Source& source_;
  std::map<std::string, Variable, std::less<>> all_;
  std::vector<std::string> open_;  // whose values are being made
};

// `text` with `values` in place of its marks.
std::string with_values(std::string_view text, const std::vector<std::string>& values);

}  // namespace claimgraph::rules
