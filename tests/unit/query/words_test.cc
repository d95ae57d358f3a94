#include "query/words.h"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace claimgraph::query {
namespace {

TEST_CASE("says: whole words only") {
  struct Case {
    std::string_view text;
    std::string_view wanted;
    bool want;
  };
  constexpr Case kCases[] = {
      {"the carbon levy is dear", "carbon levy", true},
      {"carbon", "carbon", true},
      {"hydrocarbon, carbonate", "carbon", false},
      {"hydrocarbon carbon", "carbon", true},
      {"", "", false},
      {"anything", "", false},
      {"a (tax) b", "(tax)", true},
      {"überoil", "oil", false},
      {"oil", "oil!", false},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.text);
    CAPTURE(c.wanted);
    CHECK(says(c.text, c.wanted) == c.want);
  }
}

TEST_CASE("in_one_line: white space as single spaces") {
  CHECK(in_one_line(" \n a\r\n\tb  c ") == "a b c");
  CHECK(in_one_line("") == "");
}

}  // namespace
}  // namespace claimgraph::query
