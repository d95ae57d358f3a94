#include "claimgraph/kg/name.h"

#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace claimgraph::kg {
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

TEST_CASE("name_key, last_word_key: what spellings have in common") {
  struct Case {
    const char* name;
    const char* key;
    const char* last;
  };
  const Case kCases[] = {
      {"Sergey Lavrov", "sergey lavrov", "lavrov"},
      {"the E.U.", "e u", "u"},
      {"The", "the", "the"},
      {"Volodymyr Zelenskyy", "volodymyr zelenskyy", "zelenski"},
      {"Zelensky", "zelensky", "zelenski"},
      {"Abdel-Fattah el-Sisi", "abdel-fattah el-sisi", "sisi"},
      {"Donald Trump Jr.", "donald trump jr", "jr"},
      {"!!", "!!", "!!"},
      {"", "", ""},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.name);
    CHECK(name_key(c.name) == c.key);
    CHECK(last_word_key(c.name) == c.last);
  }
}

}  // namespace
}  // namespace claimgraph::kg
