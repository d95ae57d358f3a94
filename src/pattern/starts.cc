#include "pattern/starts.h"

#include <algorithm>
#include <bit>

namespace claimgraph::pattern {

bool Starts::enter(TokenRange window) {
  if (window.empty()) return false;
  window_ = window;
  end_ = window.end;
  block_ = kNone;
  for (const Need& need : needs_) {
    if (need.max != kNone) continue;
    std::uint32_t last = 0;
    if (!find_last(need, last) || last < window.begin + need.min) return false;
    end_ = std::min(end_, last - need.min + 1);
  }
  return window.begin < end_;
}

bool Starts::find_last(const Need& need, std::uint32_t& token) {
  for (std::uint32_t block = (window_.end - 1) / kBlock + 1; block > window_.begin / kBlock; --block) {
    const std::uint64_t asked = block_bits(window_, block - 1);
    const std::uint64_t bits = checks_.row(need.check, block - 1, asked) & asked;
    if (bits == 0) continue;
    token = block * kBlock - 1 - static_cast<std::uint32_t>(std::countl_zero(bits));
    return true;
  }
  return false;
}

std::uint32_t Starts::next(std::uint32_t from) {
  for (std::uint32_t block = from / kBlock; block * kBlock < end_ && from < end_; ++block) {
    if (block != block_) found_ = find(block);
    block_ = block;
    const std::uint64_t left = from > block * kBlock ? found_ & (kWholeBlock << (from - block * kBlock)) : found_;
    if (left != 0) return block * kBlock + static_cast<std::uint32_t>(std::countr_zero(left));
  }
  return window_.end;
}

std::uint64_t Starts::find(std::uint32_t block) {
  std::uint64_t found = block_bits({window_.begin, end_}, block);
  for (const Need& need : needs_) {
    if (found == 0) break;
    if (need.max != kNone) found &= near(need, block, found);
  }
  return found;
}

std::uint64_t Starts::near(const Need& need, std::uint32_t block, std::uint64_t asked) {
  if (need.max == 0) return checks_.row(need.check, block, asked);
  const std::uint64_t here = block_bits(window_, block), behind = block_bits(window_, block + 1);
  const std::uint64_t bits = checks_.row(need.check, block, here) & here;
  const std::uint64_t more = behind == 0 ? 0 : checks_.row(need.check, block + 1, behind) & behind;
  std::uint64_t out = need.min == 0 ? bits : 0;
  for (std::uint32_t distance = std::max(need.min, 1U); (bits | more) != 0 && distance <= need.max; ++distance) {
    out |= bits >> distance | more << (kBlock - distance);
  }
  return out;
}

}  // namespace claimgraph::pattern
