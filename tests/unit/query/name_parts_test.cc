#include "query/name_parts.h"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace claimgraph::query {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

TEST_CASE("name_parts: titles and the article dropped, surname and given names told apart") {
  struct Case {
    std::string_view name;
    std::string_view words;
    std::string_view givens;
    std::string_view surname;
  };
  constexpr Case kCases[] = {
      {"Sergey Lavrov", "sergey lavrov", "sergey", "lavrov"},
      {"Russian Foreign Minister Sergey Lavrov", "sergey lavrov", "sergey", "lavrov"},
      {"U.S. Secretary of State Antony Blinken", "antony blinken", "antony", "blinken"},
      {"Mr. Lavrov's", "lavrov", "", "lavrov"},
      {"Lavrov", "lavrov", "", "lavrov"},
      {"S.V. Lavrov", "s v lavrov", "s v", "lavrov"},
      {"Volodymyr Zelenskyy", "volodymyr zelenskyy", "volodymyr", "zelenski"},
      {"Ursula von der Leyen", "ursula von der leyen", "ursula", "leien"},
      {"von der Leyen", "von der leyen", "", "leien"},
      {"Abdel-Fattah el-Sisi", "abdel-fattah el-sisi", "abdel-fattah", "sisi"},
      {"Donald Trump Jr.", "donald trump jr", "donald", "trump jr"},
      {"Martin Luther King Jr.", "martin luther king jr", "martin luther", "king jr"},
      {"King Charles", "charles", "", "charles"},
      {"Larry King", "larry king", "larry", "king"},
      {"the Prime Minister", "prime minister", "prime", "minister"},
      {"The Hague", "hague", "", "hague"},
      {"José Manuel", "jose manuel", "jose", "manuel"},
      {"", "", "", ""},
      {"--", "", "", ""},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.name);
    const NameParts got = name_parts(c.name, Titles::dropped);
    CHECK(got.joined() == c.words);
    CHECK(joined(got.givens) == c.givens);
    CHECK(got.surname == c.surname);
  }
  CHECK(name_parts("General Motors", Titles::kept).joined() == "general motors");
}

TEST_CASE("givens_agree: initials, transliterations and left out names, no other given name") {
  struct Case {
    std::string_view a;
    std::string_view b;
    bool want;
  };
  constexpr Case kCases[] = {
      {"Sergey X", "Sergei X", true},
      {"Aleksandr X", "Alexander X", true},
      {"Mohammed X", "Muhammad X", true},
      {"Dmitri X", "Dmitriy X", true},
      {"Yulia X", "Julia X", true},
      {"S. X", "Sergey X", true},
      {"S. V. X", "Sergey X", true},
      {"George W. X", "George X", true},
      {"X", "George X", true},
      {"George W. X", "George H. W. X", false},
      {"Martin X", "Marvin X", false},
      {"Maria X", "Mario X", false},
      {"Jean X", "Joan X", false},
      {"Paul X", "Paula X", false},
      {"Bill X", "Hillary X", false},
      {"S. X", "Igor X", false},
      {"Daniel X", "Danielle X", false},
      {"Christine X", "Christina X", false},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.a);
    CAPTURE(c.b);
    const auto a = name_parts(c.a, Titles::dropped).givens;
    const auto b = name_parts(c.b, Titles::dropped).givens;
    CHECK(givens_agree(a, b) == c.want);
    CHECK(givens_agree(b, a) == c.want);
  }
}

TEST_CASE("shortens: words in their order, or initials") {
  struct Case {
    std::string_view longer;
    std::string_view shorter;
    bool want;
  };
  constexpr Case kCases[] = {
      {"European Union", "EU", true},
      {"United Nations", "the UN", true},
      {"Federal Bureau of Investigation", "FBI", true},
      {"Russian Foreign Ministry", "Foreign Ministry", true},
      {"Hillary Clinton", "Hillary", true},
      {"Hillary Clinton", "Clinton", true},
      {"Bank of Tavora", "the Bank", true},
      {"Bank of Tavora", "Tavora", false},
      {"United Kingdom of Great Britain", "Great Britain", false},
      {"United States of America", "United States", true},
      {"European Union", "European Union", false},
      {"European Union", "Union European", false},
      {"European Union", "EC", false},
      {"Union", "European Union", false},
      {"European Union", "", false},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.longer);
    CAPTURE(c.shorter);
    CHECK(shortens(name_parts(c.longer, Titles::kept).words, name_parts(c.shorter, Titles::kept).words) == c.want);
  }
}

}  // namespace
}  // namespace claimgraph::query
