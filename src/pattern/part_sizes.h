#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "pattern/checked.h"
#include "pattern/program.h"

namespace claimgraph::pattern {

// How large each part of a checked tree becomes once compiled, the parts within it first. Sizes stop just above
// kMostInstructions, so that no repetition of repetitions runs over.
class PartSizes {
 public:
  void add(std::size_t size) { sizes_.push_back(capped(size)); }

  std::size_t at(checked::NodeId id) const { return sizes_[static_cast<std::size_t>(id)]; }

  // What joins other parts, the same in patterns of tokens and in paths.
  std::size_t of(const checked::Sequence& sequence) const { return sum(sequence.parts); }
  std::size_t of(const checked::Alternatives& either) const { return sum(either.parts) + either.parts.size(); }
  std::size_t of(const checked::Repeat& repeat) const {
    return std::max<std::size_t>(repeat.max.value_or(repeat.min), 1) * (at(repeat.body) + 1);
  }
  std::size_t of(const checked::Look& look) const { return at(look.body) + 2; }

  static std::size_t capped(std::size_t size) { return std::min(size, kMostInstructions + 1); }

 private:
  std::size_t sum(const std::vector<checked::NodeId>& parts) const {
    std::size_t out = 0;
    for (const checked::NodeId part : parts) out = capped(out + at(part));
    return out;
  }

  std::vector<std::size_t> sizes_;
};

}  // namespace claimgraph::pattern
