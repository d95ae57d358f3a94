#include "claimgraph/base/interner.h"

#include <string>

#include <doctest/doctest.h>

namespace claimgraph {
namespace {

TEST_CASE("Interner: equal strings have one symbol, which gives the string back") {
  Interner symbols;
  CHECK(symbols.size() == 1);
  CHECK(symbols.intern("") == kEmptySymbol);
  const Symbol said = symbols.intern("said");
  CHECK(symbols.intern("says") != said);
  CHECK(symbols.intern("said") == said);
  CHECK(symbols.text(said) == "said");
  CHECK(symbols.find("unknown") == std::nullopt);
  CHECK(symbols.size() == 3);
}

TEST_CASE("Interner: texts stay where they are while many more are added") {
  Interner symbols;
  const auto first = symbols.text(symbols.intern("first"));
  const char* bytes = first.data();
  for (int i = 0; i < 20'000; ++i) symbols.intern("word" + std::to_string(i));
  const std::string long_word(100'000, 'x');
  CHECK(symbols.text(symbols.intern(long_word)) == long_word);
  CHECK(symbols.text(*symbols.find("first")).data() == bytes);
}

TEST_CASE("Interner: a layer keeps the symbols below it and numbers its own after them") {
  auto base = std::make_shared<Interner>();
  const Symbol said = base->intern("said");
  Interner layer{std::shared_ptr<const Interner>(base)};
  CHECK(layer.intern("said") == said);
  const Symbol fresh = layer.intern("Lavrov");
  CHECK(static_cast<std::uint32_t>(fresh) == base->size());
  CHECK(layer.text(fresh) == "Lavrov");
  CHECK(layer.text(said) == "said");
  CHECK(base->find("Lavrov") == std::nullopt);
}

}  // namespace
}  // namespace claimgraph
