#pragma once

#include <cstdint>
#include <initializer_list>
#include <random>
#include <string>
#include <vector>

#include "claimgraph/base/interner.h"
#include "claimgraph/pattern/layer.h"

namespace claimgraph::model {

// What the stretches of Generator::label() may be.
struct Labelling {
  struct Feature {
    const char* name;
    std::vector<const char*> values;
    std::uint32_t one_in = 2;  // stretches of which one has it
  };
  std::uint32_t most = 6;     // stretches
  std::uint32_t longest = 4;  // tokens of one
  std::vector<const char*> labels;
  std::vector<Feature> features;
};

// Draws what a test of a fast path and its slow twin is made of: the same for the same seed, on every machine. A test
// derives the grammar of its inputs from it.
class Generator {
 public:
  explicit Generator(std::uint32_t seed) : random_(seed) {}

  // A number below `limit`. REQUIRES: limit > 0.
  std::uint32_t below(std::uint32_t limit);
  bool one_in(std::uint32_t times) { return below(times) == 0; }
  // One of `choices`, which are some.
  std::string pick(std::initializer_list<const char*> choices);
  // The numbers below `size` in some order.
  std::vector<std::uint32_t> order(std::uint32_t size);
  // Labels some stretches of `tokens` tokens, which are some.
  void label(const Labelling& with, std::uint32_t tokens, pattern::Layer& layer, Interner& symbols);

 private:
  std::mt19937 random_;
};

}  // namespace claimgraph::model
