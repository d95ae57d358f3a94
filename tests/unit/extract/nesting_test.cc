#include "extract/nesting.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace claimgraph::extract {
namespace {

std::string shown(std::optional<kg::ClaimIndex> claim) {
  return claim ? std::to_string(static_cast<std::uint32_t>(*claim)) : "-";
}

TEST_CASE("Nesting: a claim lies in the innermost one that holds its cue and contents") {
  const std::vector<Attribution> attributions = {
      {.source = TokenRange{0, 1}, .cue = TokenRange{1, 2}, .contents = {{2, 12}}},
      {.source = TokenRange{3, 4}, .cue = TokenRange{4, 5}, .contents = {{5, 12}}},
      {.cue = TokenRange{6, 7}, .contents = {{7, 9}}},
      // The cue within, the content not all.
      {.cue = TokenRange{10, 11}, .contents = {{11, 12}, {13, 14}}},
      {.contents = {{15, 17}}},
  };
  const Nesting nesting(18, attributions);
  std::string containers, tokens;
  for (std::size_t i = 0; i < attributions.size(); ++i) containers += shown(nesting.container_of(i));
  for (std::uint32_t t = 0; t < 18; ++t) tokens += shown(nesting.at(t));
  CHECK(containers == "-01--");
  CHECK(tokens == "--0001122113-3-44-");
}

TEST_CASE("Nesting: nothing lies within itself") {
  const std::vector<Attribution> attributions = {{.cue = TokenRange{1, 2}, .contents = {{0, 4}}}};
  const Nesting nesting(4, attributions);
  CHECK(!nesting.container_of(0));
  CHECK(shown(nesting.at(1)) == "0");
}

}  // namespace
}  // namespace claimgraph::extract
