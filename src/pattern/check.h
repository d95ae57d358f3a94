#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "claimgraph/base/interner.h"
#include "pattern/ast.h"
#include "pattern/checked.h"

namespace claimgraph::pattern {

inline constexpr std::uint32_t kNone = ~std::uint32_t{0};

// One comparison of a condition. The condition goes on at `next[holds]`; kHolds and kFails end it.
struct Check {
  enum class Kind {
    field_is,
    field_matches,
    length,
    quoted,
    left,
    right,
    named,
    inside,
    feature_is,
    feature_matches,
    feature_compared,
    feature_present,
    starts,
    begins_sentence,
    begins_paragraph
  };
  static constexpr std::uint32_t kHolds = kNone;
  static constexpr std::uint32_t kFails = kNone - 1;

  Kind kind{};
  checked::Field field{};   // of field_...
  Symbol name{};            // of feature_...
  std::uint32_t begin = 0;  // of field_is, named, inside, feature_is, starts: values are symbols[begin, end)
  std::uint32_t end = 0;
  std::uint32_t sieve = kNone;      // of many values: place in Checks::sieves
  checked::Length length = {};      // of length
  ast::Comparison comparison{};     // of feature_compared
  double number = 0;                // of feature_compared
  std::uint32_t regex = 0;          // of ..._matches
  std::uint32_t features = kHolds;  // of inside, starts: where the condition on the stretch starts
  std::uint32_t next[2] = {kFails, kHolds};
};

// Conditions as comparisons with jumps. A comparison goes on at earlier ones only.
struct Checks {
  // A bit for each remainder of its values: what has none of them is no value.
  static constexpr std::uint32_t kSieve = 1024;
  using Sieve = std::array<std::uint64_t, kSieve / 64>;
  // More values than this have a sieve.
  static constexpr std::uint32_t kFewValues = 6;

  // Adds a comparison, with its values.
  std::uint32_t add(Check check, std::span<const Symbol> values);

  std::vector<Check> all;
  std::vector<Symbol> symbols;  // sets of values, each ascending
  std::vector<Sieve> sieves;
  std::vector<checked::Regex> regexes;
  std::vector<std::uint32_t> same;  // of each comparison: the first that compares the same, wherever it goes on
};

}  // namespace claimgraph::pattern
