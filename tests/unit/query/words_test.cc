#include "query/words.h"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace claimgraph::query {
namespace {

TEST_CASE("words_of: without punctuation and possessives, joined words whole") {
  struct Case {
    std::string_view text;
    std::vector<std::string_view> want;
  };
  const Case kCases[] = {
      {"", {}},
      {" -- ", {}},
      {"s.v. lavrov's", {"s", "v", "lavrov"}},
      {"abdel-fattah el-sisi", {"abdel-fattah", "el-sisi"}},
      {"at&t, o'neill!", {"at&t", "o'neill"}},
      {"лавров - сергей", {"лавров", "сергей"}},
      {"x- y", {"x", "y"}},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.text);
    CHECK(words_of(c.text) == c.want);
  }
}

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
