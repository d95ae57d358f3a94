#include "nlp/training/vectors.h"

#include <cmath>
#include <string>

#include <doctest/doctest.h>

#include "support/temp_folder.h"

namespace claimgraph::nlp::training {
namespace {

Inventory knowing(std::initializer_list<const char*> words) {
  Inventory out;
  out.words.add("");
  for (const char* word : words) out.words.add(word);
  out.trained_words = out.words.size();
  return out;
}

TEST_CASE("add_vectors: words of the inventory get theirs wherever they stand, others only from the first lines") {
  const test::TempFolder folder;
  const auto path = folder.write("vectors", "the 3 0\nThe 9 9\nship 0 3\nwreck 1 1\nport 0 -3\n");
  Inventory inventory = knowing({"port", "quay"});
  REQUIRE(add_vectors(path, 3, inventory).has_value());
  CHECK(inventory.words.names() == std::vector<std::string>{"", "port", "quay", "the", "ship"});
  CHECK(inventory.trained_words == 3);
  const Matrix& vectors = *inventory.vectors;
  REQUIRE(vectors.rows == 5);
  REQUIRE(vectors.cols == 2);
  const auto row = [&](std::size_t i) { return std::vector<float>(vectors.row(i), vectors.row(i) + 2); };
  CHECK(row(0) == std::vector<float>{0, 0});
  CHECK(row(2) == std::vector<float>{0, 0});
  // The three that were taken have the same length, 3 in one of two numbers; their root mean square becomes 0.3.
  const float unit = 0.3F * std::sqrt(2.0F);
  CHECK(row(1)[1] == doctest::Approx(-unit));
  CHECK(row(3)[0] == doctest::Approx(unit));
  CHECK(row(4)[1] == doctest::Approx(unit));
}

TEST_CASE("add_vectors: bad lines") {
  const test::TempFolder folder;
  for (const char* text : {"port 1 2\nship 1\n", "port 1 2\nship 1 x\n", "port 1 2\n\n", "port 1 2\nship  1 2\n",
                           "port 1 2\nship 1 nan\n", "port 1 2\n 1 2\n", "port 1 2\nship\n"}) {
    CAPTURE(text);
    Inventory inventory = knowing({});
    const auto path = folder.write("vectors", text);
    const auto added = add_vectors(path, 9, inventory);
    REQUIRE(!added.has_value());
    CHECK(dump(added.error()) == path.string() +
                                     ":2:1: error: this line is no word with as many numbers behind it as on the first "
                                     "line");
  }
  Inventory inventory = knowing({});
  CHECK(add_vectors(folder.path() / "none", 9, inventory).error().code == ErrorCode::not_found);
}

}  // namespace
}  // namespace claimgraph::nlp::training
