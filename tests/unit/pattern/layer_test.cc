#include "claimgraph/pattern/layer.h"

#include <vector>

#include <doctest/doctest.h>

namespace claimgraph::pattern {
namespace {

std::vector<std::uint32_t> list(std::span<const std::uint32_t> numbers) { return {numbers.begin(), numbers.end()}; }

TEST_CASE("Layer: stretches by their first token, the longest first, then as added") {
  Interner symbols;
  const Symbol a = symbols.intern("A");
  const Symbol b = symbols.intern("B");
  Layer layer(4);
  CHECK(layer.add({1, 2}, a, {}) == 0);
  CHECK(layer.add({1, 4}, b, {}) == 1);
  CHECK(layer.add({1, 2}, b, {}) == 2);
  CHECK(layer.add({1, 3}, a, {}) == 3);
  CHECK(layer.add({0, 1}, a, {}) == 4);
  CHECK(list(layer.starting_at(0)) == std::vector<std::uint32_t>{4});
  CHECK(list(layer.starting_at(1)) == std::vector<std::uint32_t>{1, 3, 0, 2});
  CHECK(list(layer.starting_at(2)).empty());
  CHECK(list(layer.covering(2)) == std::vector<std::uint32_t>{1, 3});
  CHECK(list(layer.covering(3)) == std::vector<std::uint32_t>{1});
  CHECK(layer.has(a));
  CHECK(!layer.has(symbols.intern("C")));
}

TEST_CASE("Layer: a bit a token, 64 at a time") {
  Interner symbols;
  const Symbol a = symbols.intern("A");
  const Symbol b = symbols.intern("B");
  Layer layer(130);
  layer.add({1, 3}, a, {});
  layer.add({62, 129}, a, {});
  layer.add({64, 65}, b, {});
  CHECK(layer.starting(a, 0) == (1ULL << 1 | 1ULL << 62));
  CHECK(layer.starting(a, 1) == 0);
  CHECK(layer.starting(b, 1) == 1);
  CHECK(layer.covering(a, 0) == (3ULL << 1 | 3ULL << 62));
  CHECK(layer.covering(a, 1) == ~0ULL);
  CHECK(layer.covering(a, 2) == 1);
  CHECK(layer.covering(symbols.intern("C"), 2) == 0);
  CHECK(layer.is_within(128, a));
  CHECK(!layer.is_within(129, a));
  CHECK(!layer.is_within(128, b));
}

TEST_CASE("Layer: features, and its text form") {
  Interner symbols;
  const Symbol label = symbols.intern("Actor");
  const Feature person{symbols.intern("type"), symbols.intern("person")};
  const Feature name{symbols.intern("name"), symbols.intern("Ada Reyl")};
  Layer layer(3);
  layer.add({2, 3}, label, {});
  layer.add({0, 1}, label, std::vector{person});
  layer.add({0, 2}, label, std::vector{name, person});
  CHECK(!layer.feature(layer[0], person.name));
  CHECK(layer.feature(layer[1], person.name) == person.value);
  CHECK(!layer.feature(layer[1], name.name));
  CHECK(layer.features(layer[2]).size() == 2);
  CHECK(dump(layer, symbols) ==
        "0-2 Actor name=Ada Reyl type=person\n"
        "0-1 Actor type=person\n"
        "2-3 Actor\n");
}

}  // namespace
}  // namespace claimgraph::pattern
