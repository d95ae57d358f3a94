#include "nlp/training/checkpoint.h"

#include <doctest/doctest.h>

#include "nlp/training/recipe.h"
#include "nlp/training/treebank.h"
#include "support/golden.h"
#include "support/temp_folder.h"

namespace claimgraph::nlp::training {
namespace {

std::vector<Sentence> tiny_treebank() {
  auto sentences = load_treebank(test::data_folder() / "nlp/tiny.conllu");
  REQUIRE(sentences.has_value());
  return *std::move(sentences);
}

TEST_CASE("save and load: the weights come back, and only for what they were trained with") {
  const test::TempFolder folder;
  const auto path = folder.path() / "weights";
  const Inventory inventory = take_inventory(tiny_treebank(), {}, {.gold_count = 1});
  const NetworkShape shape{.word = 8, .affix = 8, .shape = 8, .state = 12, .arc = 8, .relation = 8};
  Random one(1), two(2);
  Network network(shape, inventory, one), other(shape, inventory, two);
  REQUIRE(save(network, 7, path).has_value());
  const auto refused = load(path, 8, other);
  REQUIRE(!refused.has_value());
  CHECK(refused.error().code == ErrorCode::corruption);
  REQUIRE(load(path, 7, other).has_value());
  CHECK(other.biaffine.value.data == network.biaffine.value.data);
  CHECK(other.words.value.data == network.words.value.data);
}

TEST_CASE("fingerprint_of: another seed, label, word or sentence gives another") {
  const auto gold = tiny_treebank();
  const Inventory inventory = take_inventory(gold, {}, {.gold_count = 1});
  const Recipe recipe;
  const auto first = fingerprint_of(recipe, inventory, gold, {});
  CHECK(fingerprint_of(recipe, inventory, gold, {}) == first);
  CHECK(fingerprint_of({.seed = 2}, inventory, gold, {}) != first);
  CHECK(fingerprint_of({.rate = 0.001F}, inventory, gold, {}) != first);
  CHECK(fingerprint_of(recipe, inventory, gold, gold) != first);
  auto changed = gold;
  changed[0].deprels[0] = "dep";
  CHECK(fingerprint_of(recipe, inventory, changed, {}) != first);
  Inventory larger = inventory;
  larger.words.add("zeppelin");
  CHECK(fingerprint_of(recipe, larger, gold, {}) != first);
}

}  // namespace
}  // namespace claimgraph::nlp::training
