#include "model/generator.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace claimgraph::model {

std::uint32_t Generator::below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }

std::string Generator::pick(std::initializer_list<const char*> choices) {
  return choices.begin()[below(static_cast<std::uint32_t>(choices.size()))];
}

// By hand, as std::shuffle differs from one standard library to another.
std::vector<std::uint32_t> Generator::order(std::uint32_t size) {
  std::vector<std::uint32_t> out(size);
  std::iota(out.begin(), out.end(), 0U);
  for (std::uint32_t left = size; left > 1; --left) std::swap(out[left - 1], out[below(left)]);
  return out;
}

void Generator::label(const Labelling& with, std::uint32_t tokens, pattern::Layer& layer, Interner& symbols) {
  const auto one_of = [&](const std::vector<const char*>& choices) {
    return symbols.intern(choices[below(static_cast<std::uint32_t>(choices.size()))]);
  };
  for (std::uint32_t i = below(with.most + 1); i > 0; --i) {
    const std::uint32_t begin = below(tokens);
    const std::uint32_t end = begin + 1 + below(std::min(with.longest, tokens - begin));
    std::vector<pattern::Feature> features;
    for (const auto& feature : with.features) {
      if (one_in(feature.one_in)) features.push_back({symbols.intern(feature.name), one_of(feature.values)});
    }
    layer.add({begin, end}, one_of(with.labels), features);
  }
}

}  // namespace claimgraph::model
