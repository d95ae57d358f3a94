#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "claimgraph/nlp/annotated_document.h"
#include "pattern/tree_ast.h"

namespace claimgraph::pattern {

// The words of one sentence as the tree of their dependencies. Thread-compatible.
class SentenceTree {
 public:
  // Looks at `tokens` of `document`, which must outlive the use; a head outside of them is none. O(tokens).
  void assign(const nlp::AnnotatedDocument& document, TokenRange tokens);

  TokenRange tokens() const { return tokens_; }
  bool is_root(std::uint32_t token) const { return head(token) == token; }
  // A root is its own head.
  std::uint32_t head(std::uint32_t token) const;
  // In text order.
  std::span<const std::uint32_t> dependents(std::uint32_t token) const;
  // The first token of `tokens` whose head lies outside of them. REQUIRES: `tokens` is not empty.
  std::uint32_t highest(TokenRange tokens) const;

  // What stands between the parts of a value.
  struct Cut {
    TokenRange trigger;
    std::uint32_t anchor = 0;                    // the token of the trigger that paths start from
    std::span<const std::uint32_t> others = {};  // ascending: tokens that other arguments lead to
  };
  // The value of an argument that leads to `token`: no part, one, or one before the trigger and one behind it. O(tokens
  // below). REQUIRES: `shape` is no stretch.
  std::vector<TokenRange> value(std::uint32_t token, ast::Shape shape, const Cut& cut);

 private:
  bool leaves_out(std::uint32_t above, std::uint32_t token, std::uint32_t top, ast::Shape shape) const;
  // Without punctuation at the ends.
  TokenRange trimmed(TokenRange tokens) const;
  bool has_partner(std::uint32_t mark, TokenRange tokens) const;

  const nlp::AnnotatedDocument* document_ = nullptr;
  TokenRange tokens_;
  std::vector<std::uint32_t> firsts_;      // place in dependents_, of each token and the end
  std::vector<std::uint32_t> dependents_;  // by head, then in text order
  std::vector<std::uint32_t> open_;
};

}  // namespace claimgraph::pattern
