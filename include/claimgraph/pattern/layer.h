#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "claimgraph/base/interner.h"
#include "claimgraph/base/span.h"

namespace claimgraph::pattern {

struct Feature {
  Symbol name{};
  Symbol value{};

  friend bool operator==(const Feature&, const Feature&) = default;
};

// A stretch of tokens that something has put a label on: a lexicon's entry, a quotation, a mention found by a rule.
struct Labelled {
  TokenRange tokens;
  Symbol label{};
  std::uint32_t features = 0;  // first place in the layer's features
  std::uint32_t feature_count = 0;

  friend bool operator==(const Labelled&, const Labelled&) = default;
};

// All that is labelled in one document. Stretches may overlap and nest. Thread-compatible.
class Layer {
 public:
  // A layer over a document of `tokens` tokens.
  explicit Layer(std::size_t tokens);

  // Returns the number of the new stretch. REQUIRES: `tokens` is not empty and lies within the document.
  std::uint32_t add(TokenRange tokens, Symbol label, std::span<const Feature> features);
  std::size_t size() const { return all_.size(); }
  const Labelled& operator[](std::uint32_t number) const { return all_[number]; }

  // Whether any stretch has `label`. O(labels).
  bool has(Symbol label) const;
  // Numbers of the stretches that begin at `token`, the longest first, then in the order they were added.
  // The view lives until the next add().
  std::span<const std::uint32_t> starting_at(std::uint32_t token) const { return starts_.at(token); }
  // Numbers of the stretches that `token` lies within, in no particular order. The view lives until the next add().
  std::span<const std::uint32_t> covering(std::uint32_t token) const { return covers_.at(token); }

  // Of the tokens 64 * block + i for i from 0 to 63: bit i says whether a stretch with `label` begins there, or whether
  // it lies within one. O(labels). REQUIRES: the first of them is no further than the document's end.
  std::uint64_t starting(Symbol label, std::uint32_t block) const;
  std::uint64_t covering(Symbol label, std::uint32_t block) const;

  // Whether `token` lies within a stretch with `label`.
  bool is_within(std::uint32_t token, Symbol label) const;

  // The features of a stretch. The view lives until the next add().
  std::span<const Feature> features(const Labelled& labelled) const;
  std::optional<Symbol> feature(const Labelled& labelled, Symbol name) const;
  // The widest, then first, stretch that lies within `tokens` and has the feature `name`.
  std::optional<std::uint32_t> widest_with(TokenRange tokens, Symbol name) const;
  // The value of the feature there.
  std::optional<Symbol> feature_within(TokenRange tokens, Symbol name) const;

 private:
  // A bit a token.
  struct Rows {
    std::vector<std::uint64_t> starts;
    std::vector<std::uint64_t> covers;
  };
  static constexpr std::uint32_t kBlock = 64;

  // A list of numbers for each token, all in one piece of memory: most are short, and most tokens have some.
  class Lists {
   public:
    explicit Lists(std::size_t tokens) : lists_(tokens) {}

    std::size_t size() const { return lists_.size(); }
    std::span<const std::uint32_t> at(std::uint32_t token) const {
      return std::span(numbers_).subspan(lists_[token].begin, lists_[token].size);
    }
    // Puts `number` before the one at `place`, or last.
    void insert(std::uint32_t token, std::size_t place, std::uint32_t number);

   private:
    struct List {
      std::size_t begin = 0;
      std::uint32_t size = 0;
      std::uint32_t room = 0;
    };

    std::vector<List> lists_;
    std::vector<std::uint32_t> numbers_;
  };

  // The place of `label` in labels_, or their number.
  std::size_t place(Symbol label) const;
  void mark(TokenRange tokens, Symbol label);

  std::vector<Labelled> all_;
  std::vector<Feature> features_;
  std::vector<Symbol> labels_;  // each once
  std::vector<Rows> rows_;      // of each of labels_
  Lists starts_;
  Lists covers_;
};

// One line a stretch, in text order: "begin-end label name=value ...".
std::string dump(const Layer& layer, const Interner& symbols);

}  // namespace claimgraph::pattern
