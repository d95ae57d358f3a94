#include "nlp/tree_lines.h"

#include <algorithm>
#include <numeric>

namespace claimgraph::nlp {
namespace {

// The dependents of each word, in text order, one after the other.
class Dependents {
 public:
  Dependents(const std::vector<std::uint32_t>& heads, TokenRange sentence)
      : first_(sentence.begin), starts_(sentence.size() + 1), all_(sentence.size()) {
    const auto depends = [&](std::uint32_t token) { return heads[token] != token; };
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) starts_[heads[i] - first_ + 1] += depends(i) ? 1 : 0;
    std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
    std::vector<std::size_t> next(starts_.begin(), starts_.end() - 1);
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      if (depends(i)) all_[next[heads[i] - first_]++] = i;
    }
  }

  std::size_t begin(std::uint32_t token) const { return starts_[token - first_]; }
  std::size_t end(std::uint32_t token) const { return starts_[token - first_ + 1]; }
  // The first that stands after `token` in the text.
  std::size_t after(std::uint32_t token) const {
    const auto at = [this](std::size_t place) { return all_.begin() + static_cast<std::ptrdiff_t>(place); };
    return static_cast<std::size_t>(std::upper_bound(at(begin(token)), at(end(token)), token) - all_.begin());
  }
  std::uint32_t operator[](std::size_t place) const { return all_[place]; }

 private:
  std::uint32_t first_;
  std::vector<std::size_t> starts_;
  std::vector<std::uint32_t> all_;
};

// A word on the way from the root to the word at hand.
struct Step {
  std::uint32_t token = 0;
  std::size_t next = 0;    // dependent
  std::size_t middle = 0;  // the first dependent below
  std::size_t end = 0;
  bool passed = false;  // its own line is above
  // Of the branch that it hangs on:
  Branch own = Branch::none;
  bool above = false;  // goes on above the word's line
  bool below = false;
};

// The trees of a sentence, walked without recursion: a chain of heads may be as long as the sentence.
class Walk {
 public:
  Walk(const std::vector<std::uint32_t>& heads, TokenRange sentence) : dependents_(heads, sentence) {
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      if (heads[i] == i) walk(i);
    }
  }
  std::vector<TreeLine> lines;

 private:
  Step step(std::uint32_t token) const {
    return {.token = token,
            .next = dependents_.begin(token),
            .middle = dependents_.after(token),
            .end = dependents_.end(token)};
  }

  void walk(std::uint32_t root) {
    way_ = {step(root)};
    while (!way_.empty()) {
      Step& last = way_.back();
      if (!last.passed && last.next == last.middle) {
        last.passed = true;
        add_line();
      } else if (last.next < last.end) {
        descend(last);
      } else {
        way_.pop_back();
      }
    }
  }

  void descend(Step& head) {
    const std::size_t place = head.next++;
    const bool upper = place < head.middle;
    const bool outermost = place == (upper ? dependents_.begin(head.token) : head.end - 1);
    Step next = step(dependents_[place]);
    next.own = !outermost ? Branch::between : upper ? Branch::first : Branch::last;
    next.above = !upper || !outermost;
    next.below = upper || !outermost;
    way_.push_back(next);
  }

  void add_line() {
    TreeLine line{.token = way_.back().token, .depth = way_.size() - 1};
    const std::size_t levels = std::min(line.depth, kMostLevels);
    for (std::size_t i = way_.size() - levels; i < way_.size(); ++i) {
      const Step& at = way_[i];
      const bool passes = at.passed ? at.below : at.above;
      line.branches.push_back(i + 1 == way_.size() ? at.own : passes ? Branch::passing : Branch::none);
    }
    lines.push_back(std::move(line));
  }

  Dependents dependents_;
  std::vector<Step> way_;
};

}  // namespace

std::vector<TreeLine> tree_lines(const std::vector<std::uint32_t>& heads, TokenRange sentence) {
  return Walk(heads, sentence).lines;
}

}  // namespace claimgraph::nlp
