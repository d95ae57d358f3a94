#include "pattern/check_rows.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstring>

namespace claimgraph::pattern {
namespace {

// The most blocks that are kept of a row: of longer documents, what was asked first is asked again.
constexpr std::uint32_t kMostBlocks = 256;
// Stamps begin anew at this one.
constexpr std::uint32_t kLastStamp = std::uint32_t{1} << 31;

std::uint64_t bit_of(std::uint32_t token) { return std::uint64_t{1} << (token % kBlock); }

// The bits of the block that lie within some of `ranges`, which are apart and ascending.
template <typename Range, typename TokensOf>
std::uint64_t covered(const std::vector<Range>& ranges, std::uint32_t block, const TokensOf& tokens_of) {
  const std::uint32_t begin = block * kBlock;
  auto at = std::partition_point(ranges.begin(), ranges.end(),
                                 [&](const Range& range) { return tokens_of(range).end <= begin; });
  std::uint64_t out = 0;
  for (; at != ranges.end() && tokens_of(*at).begin < begin + kBlock; ++at) out |= block_bits(tokens_of(*at), block);
  return out;
}

std::uint64_t begun(const std::vector<TokenRange>& ranges, std::uint32_t block) {
  const auto begin_of = [](TokenRange range) { return TokenRange{range.begin, range.begin + 1}; };
  return covered(ranges, block, begin_of);
}

// One a token; 0 or 1.
using Marks64 = std::array<std::uint8_t, kBlock>;

// Bit i says whether marks[i] is 1. Eight of them are moved to their places by one product where bytes are in the order
// that it takes.
std::uint64_t packed(const Marks64& marks) {
  std::uint64_t out = 0;
  if constexpr (std::endian::native == std::endian::little) {
    constexpr std::uint64_t kGather = 0x0102040810204080;
    for (std::uint32_t i = 0; i < kBlock; i += 8) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, &marks[i], sizeof eight);
      out |= (eight * kGather >> 56) << i;
    }
  } else {
    for (std::uint32_t i = 0; i < kBlock; ++i) out |= std::uint64_t{marks[i]} << i;
  }
  return out;
}

}  // namespace

std::uint64_t block_bits(TokenRange tokens, std::uint32_t block) {
  const std::uint64_t first = std::uint64_t{block} * kBlock;
  if (tokens.end <= first || tokens.begin >= first + kBlock || tokens.empty()) return 0;
  std::uint64_t out = kWholeBlock;
  if (tokens.begin > first) out &= kWholeBlock << (tokens.begin - first);
  if (tokens.end < first + kBlock) out &= kWholeBlock >> (first + kBlock - tokens.end);
  return out;
}

void CheckRows::assign(const Checks& checks, const nlp::AnnotatedDocument& document, const Layer& layer) {
  checks_ = &checks;
  document_ = &document;
  tokens_ = {0, static_cast<std::uint32_t>(document.size())};
  const std::uint32_t blocks = tokens_.end / kBlock + 1;
  stamp_ = next_stamp_;
  if (stamp_ >= kLastStamp) {
    std::fill(conditions_.begin(), conditions_.end(), Row{});
    std::fill(comparisons_.begin(), comparisons_.end(), Row{});
    stamp_ = 1;
  }
  next_stamp_ = stamp_ + blocks;
  width_ = std::bit_ceil(std::min(blocks, kMostBlocks));
  const std::size_t rows = checks.all.size() * width_;
  if (conditions_.size() < rows) conditions_.resize(rows);
  if (comparisons_.size() < rows) comparisons_.resize(rows);
  layer_ = nullptr;
  update(layer);
}

void CheckRows::update(const Layer& layer) {
  assert(layer_ == nullptr || layer_ == &layer);
  if (layer_ != &layer) evaluator_.assign(*checks_, *document_, layer);
  layer_ = &layer;
  stretches_ = static_cast<std::uint32_t>(layer.size());
}

// Sends all tokens of the block through the comparisons at once. Those on different ways are different ones, so no more
// than 64 ways are open. A comparison that looks at one token after the other is made for those that are asked for
// only.
std::uint64_t CheckRows::judge(std::uint32_t check, std::uint32_t block, std::uint64_t asked) {
  struct Way {
    std::uint32_t check;
    std::uint64_t tokens;
  };
  Way open[kBlock];
  std::size_t ways = 0;
  Row found{.stamp = stamp_ + block, .labels = kNone};
  Row& row = conditions_[place(check, block)];
  if (is_good(row, block)) asked |= row.known;
  open[ways++] = {check, block_bits(tokens_, block)};
  while (ways > 0) {
    Way way = open[--ways];
    while (way.check < Check::kFails) {
      const Row& row_here = compare(way.check, block, way.tokens & asked);
      if (row_here.labels != kNone) found.labels = stretches_;
      way.tokens &= row_here.known;
      const auto& next = checks_->all[way.check].next;
      const std::uint64_t yes = way.tokens & row_here.bits, no = way.tokens & ~row_here.bits;
      if (yes != 0 && no != 0) open[ways++] = {next[0], no};
      way = yes != 0 ? Way{next[1], yes} : Way{next[0], no};
      if (way.tokens == 0) break;
    }
    if (way.check >= Check::kFails) found.known |= way.tokens;
    if (way.check == Check::kHolds) found.bits |= way.tokens;
  }
  row = found;
  return found.bits;
}

const CheckRows::Row& CheckRows::compare(std::uint32_t check, std::uint32_t block, std::uint64_t asked) {
  const std::uint32_t first = checks_->same[check];
  Row& row = comparisons_[place(first, block)];
  const Check& comparison = checks_->all[first];
  if (!is_good(row, block)) {
    const bool labels = comparison.kind == Check::Kind::inside || comparison.kind == Check::Kind::starts;
    row = {.stamp = stamp_ + block, .labels = labels ? stretches_ : kNone};
    if (compare_all(comparison, block, row.bits)) row.known = kWholeBlock;
    // Without a stretch nothing has its features.
    if (labels && row.known == 0) row.known = ~labelled(comparison, block);
  }
  for (std::uint64_t left = asked & ~row.known; left != 0; left &= left - 1) {
    const std::uint32_t token = block * kBlock + static_cast<std::uint32_t>(std::countr_zero(left));
    if (evaluator_.meets(comparison, token)) row.bits |= bit_of(token);
  }
  row.known |= asked;
  return row;
}

bool CheckRows::compare_all(const Check& check, std::uint32_t block, std::uint64_t& bits) {
  const auto itself = [](TokenRange range) { return range; };
  switch (check.kind) {
    case Check::Kind::field_is: bits = compare_field(check, block); return true;
    case Check::Kind::quoted: bits = covered(document_->quotations, block, itself); return true;
    case Check::Kind::begins_sentence: bits = begun(document_->sentences, block); return true;
    case Check::Kind::begins_paragraph: bits = begun(document_->paragraphs, block); return true;
    case Check::Kind::named:
      if (check.begin != check.end) return false;
      bits = covered(document_->names, block, [](const nlp::NamedSpan& name) { return name.tokens; });
      return true;
    case Check::Kind::inside:
    case Check::Kind::starts:
      if (check.features != Check::kHolds) return false;
      bits = labelled(check, block);
      return true;
    default: return false;
  }
}

// Loops of a known length, so that the compiler makes one instruction of several turns.
std::uint64_t CheckRows::compare_field(const Check& check, std::uint32_t block) {
  if (check.field == checked::Field::relation) evaluator_.need_relations();
  const Symbol* const column = evaluator_.column(check.field);
  if (column == nullptr) return 0;
  const std::uint32_t begin = block * kBlock;
  std::array<Symbol, kBlock> symbols{};
  std::copy_n(column + begin, std::min(kBlock, tokens_.end - begin), symbols.begin());
  Marks64 marks{};
  if (check.sieve == kNone) {
    for (std::uint32_t value = check.begin; value < check.end; ++value) {
      const Symbol wanted = checks_->symbols[value];
      for (std::uint32_t i = 0; i < kBlock; ++i) marks[i] = marks[i] | static_cast<std::uint8_t>(symbols[i] == wanted);
    }
    return packed(marks);
  }
  const Checks::Sieve& sieve = checks_->sieves[check.sieve];
  for (std::uint32_t i = 0; i < kBlock; ++i) {
    const std::uint32_t rest = static_cast<std::uint32_t>(symbols[i]) % Checks::kSieve;
    marks[i] = static_cast<std::uint8_t>(sieve[rest / 64] >> (rest % 64) & 1);
  }
  std::uint64_t out = packed(marks);
  for (std::uint64_t left = out; left != 0; left &= left - 1) {
    const auto at = static_cast<std::uint32_t>(std::countr_zero(left));
    if (!evaluator_.has_value(check, symbols[at])) out &= ~(std::uint64_t{1} << at);
  }
  return out;
}

std::uint64_t CheckRows::labelled(const Check& check, std::uint32_t block) const {
  std::uint64_t out = 0;
  for (std::uint32_t i = check.begin; i < check.end; ++i) {
    const Symbol label = checks_->symbols[i];
    out |= check.kind == Check::Kind::inside ? layer_->covering(label, block) : layer_->starting(label, block);
  }
  return out;
}

}  // namespace claimgraph::pattern
