#pragma once

#include <cstdint>
#include <vector>

#include "pattern/check_rows.h"

namespace claimgraph::pattern {

// The checks of one program over one document. Holds references to its arguments.
class CheckView {
 public:
  // `numbers` says where each of the program's checks is among those of `rows`; nullptr: they are the same.
  explicit CheckView(CheckRows& rows, const std::vector<std::uint32_t>* numbers = nullptr)
      : rows_(&rows), numbers_(numbers) {}

  // Whether the condition on tokens that starts at `check` holds of `token`.
  bool holds(std::uint32_t check, std::uint32_t token) { return rows_->holds(number(check), token); }
  // For which tokens of a block it does: see CheckRows.
  std::uint64_t row(std::uint32_t check, std::uint32_t block, std::uint64_t asked) {
    return rows_->row(number(check), block, asked);
  }
  // Whether it holds of some token of `tokens`, which are of the document. O(tokens).
  bool holds_somewhere(std::uint32_t check, TokenRange tokens);
  // Whether the condition on stretches that starts at `check` holds of `stretch`.
  bool fits(std::uint32_t check, const Labelled& stretch) {
    return check == Check::kHolds || rows_->evaluator().holds(number(check), stretch);
  }
  // What `field` of `token` is; the empty symbol where the document does not know it.
  Symbol value(checked::Field field, std::uint32_t token) const { return rows_->evaluator().value(field, token); }

 private:
  std::uint32_t number(std::uint32_t check) const {
    return numbers_ == nullptr || check >= Check::kFails ? check : (*numbers_)[check];
  }

  CheckRows* rows_;
  const std::vector<std::uint32_t>* numbers_;
};

inline bool CheckView::holds_somewhere(std::uint32_t check, TokenRange tokens) {
  for (std::uint32_t block = tokens.begin / kBlock; block * kBlock < tokens.end; ++block) {
    const std::uint64_t asked = block_bits(tokens, block);
    if ((row(check, block, asked) & asked) != 0) return true;
  }
  return false;
}

}  // namespace claimgraph::pattern
