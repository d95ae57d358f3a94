#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/pattern/pattern.h"
#include "pattern/ast.h"
#include "pattern/source.h"

namespace claimgraph::pattern {

// What a definition stands for.
enum class PartKind { tokens, path };

// A path if it has a "<" or ">" outside of [ ], or uses a definition that is one.
PartKind kind_of(std::string_view definition, const Scheme& scheme);

// The definitions that a checker has entered and not yet left.
class OpenDefinitions {
 public:
  explicit OpenDefinitions(const Scheme& scheme, PartKind wanted) : scheme_(scheme), wanted_(wanted) {}

  // The definition that `use` names. nullptr after a finding: there is none, it is of the other kind, or it is open.
  const Scheme::Definition* find(const SourceView& source, const ast::Name& use, Diagnostics& out) const;
  void enter(const std::string& name) { open_.push_back(name); }
  void leave() { open_.pop_back(); }

 private:
  Fault unknown(const ast::Name& use) const;
  Fault cycle(const ast::Name& use) const;

  const Scheme& scheme_;
  PartKind wanted_;
  std::vector<std::string> open_;
};

}  // namespace claimgraph::pattern
