#include "claimgraph/base/suggest.h"

#include <doctest/doctest.h>

namespace claimgraph {
namespace {

TEST_CASE("edit_distance: insertions, deletions, replacements and swaps cost one") {
  struct Case {
    const char* a;
    const char* b;
    std::size_t want;
  };
  constexpr Case kCases[] = {
      {"", "", 0},
      {"", "abc", 3},
      {"abc", "", 3},
      {"support", "support", 0},
      {"suport", "support", 1},
      {"oppsoe", "oppose", 1},
      {"said", "paid", 1},
      {"ca", "abc", 3},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.a);
    CAPTURE(c.b);
    CHECK(edit_distance(c.a, c.b) == c.want);
    CHECK(edit_distance(c.b, c.a) == c.want);
  }
}

TEST_CASE("did_you_mean: names what is near, and nothing when nothing is") {
  const std::vector<std::string> known = {"support", "oppose", "neutral", "report"};
  CHECK(did_you_mean("suport", known) == "did you mean 'support'?");
  CHECK(did_you_mean("Suport", known) == "did you mean 'support'?");
  CHECK(did_you_mean("xyzzy", known).empty());
  CHECK(did_you_mean("rep0rt", known) == "did you mean 'report'?");
  const std::vector<std::string> names = {"aab", "aac", "aad", "aae"};
  CHECK(did_you_mean("aaa", names) == "did you mean 'aab', 'aac' or 'aad'?");
}

}  // namespace
}  // namespace claimgraph
