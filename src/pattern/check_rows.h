#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "pattern/check.h"
#include "pattern/evaluate.h"

namespace claimgraph::pattern {

// Tokens are looked at 64 at a time: token t is bit t % 64 of block t / 64.
inline constexpr std::uint32_t kBlock = 64;
inline constexpr std::uint64_t kWholeBlock = ~std::uint64_t{0};

// The bits of the tokens of block `block` that lie within `tokens`.
std::uint64_t block_bits(TokenRange tokens, std::uint32_t block);

// Where conditions hold in one document: a row of bits each, of which a block is filled in when some token of it is
// asked for, so that all patterns that ask the same thing share one answer. What speaks of labels is asked again when
// the layer has grown. Thread-compatible.
class CheckRows {
 public:
  // Forgets everything. All of them outlive the use.
  void assign(const Checks& checks, const nlp::AnnotatedDocument& document, const Layer& layer);
  // Tells that `layer`, which is of the same document, may have grown.
  void update(const Layer& layer);

  // Whether the condition that starts at `check` holds of `token`.
  bool holds(std::uint32_t check, std::uint32_t token) {
    const std::uint64_t bit = std::uint64_t{1} << (token % kBlock);
    return (row(check, token / kBlock, bit) & bit) != 0;
  }
  // For which of the tokens `asked` of a block it holds; what the other bits are is not said.
  // REQUIRES: no bit is asked for that is behind the document's end.
  std::uint64_t row(std::uint32_t check, std::uint32_t block, std::uint64_t asked) {
    if (check >= Check::kFails) return check == Check::kHolds ? kWholeBlock : 0;
    const Row& row = conditions_[place(check, block)];
    if (is_good(row, block) && (asked & ~row.known) == 0) return row.bits;
    return judge(check, block, asked);
  }
  Evaluator& evaluator() { return evaluator_; }

 private:
  struct Row {
    std::uint64_t bits = 0;
    std::uint64_t known = 0;
    std::uint32_t stamp = 0;   // of the document and the block
    std::uint32_t labels = 0;  // stretches there were, or kNone of what does not speak of labels
  };

  std::size_t place(std::uint32_t check, std::uint32_t block) const {
    return std::size_t{check} * width_ + (block & (width_ - 1));
  }
  bool is_good(const Row& row, std::uint32_t block) const {
    return row.stamp == stamp_ + block && (row.labels == kNone || row.labels == stretches_);
  }
  std::uint64_t judge(std::uint32_t check, std::uint32_t block, std::uint64_t asked);
  // For which tokens of `asked` one comparison holds; knows it of `asked` then, and may of more.
  const Row& compare(std::uint32_t check, std::uint32_t block, std::uint64_t asked);
  // Likewise of a whole block, of what is as quick for all tokens as for one.
  bool compare_all(const Check& check, std::uint32_t block, std::uint64_t& bits);
  std::uint64_t compare_field(const Check& check, std::uint32_t block);
  std::uint64_t labelled(const Check& check, std::uint32_t block) const;

  const Checks* checks_ = nullptr;
  const nlp::AnnotatedDocument* document_ = nullptr;
  const Layer* layer_ = nullptr;
  Evaluator evaluator_;
  TokenRange tokens_;  // of the document
  std::uint32_t stretches_ = 0;
  std::uint32_t stamp_ = 1;
  std::uint32_t next_stamp_ = 1;
  std::uint32_t width_ = 1;      // blocks that are kept of each row; a power of two
  std::vector<Row> conditions_;  // `width_` a comparison: of the condition that starts there
  std::vector<Row> comparisons_;
};

}  // namespace claimgraph::pattern
