#pragma once

#include <optional>
#include <vector>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/base/interner.h"
#include "claimgraph/pattern/pattern.h"
#include "pattern/ast.h"
#include "pattern/checked.h"
#include "pattern/source.h"

namespace claimgraph::pattern {

// Checks what patterns say of one token or stretch. Nothing comes back after an error. Holds references to its
// arguments.
class ConditionChecker {
 public:
  ConditionChecker(const Scheme& scheme, Interner& vocabulary, Diagnostics& out)
      : scheme_(scheme), vocabulary_(vocabulary), out_(out) {}

  std::optional<checked::Condition> of_token(const SourceView& source, const ast::Expr& expr);
  // That the relation of a token to its head is one of `relations`, or a subtype of one. REQUIRES: there is one.
  std::optional<checked::Condition> of_relation(const SourceView& source, const std::vector<ast::Literal>& relations);
  std::optional<checked::Condition> of_norm(const SourceView& source, const ast::Literal& literal);
  // REQUIRES: the scheme has `label`.
  std::optional<checked::Condition> of_features(const SourceView& source, const ast::Expr& expr,
                                                const ast::Name& label);
  // Reports a label that the scheme has not.
  bool known_label(const SourceView& source, const ast::Name& label);

 private:
  const Scheme& scheme_;
  Interner& vocabulary_;
  Diagnostics& out_;
};

}  // namespace claimgraph::pattern
