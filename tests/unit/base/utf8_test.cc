#include "claimgraph/base/utf8.h"

#include <doctest/doctest.h>

namespace claimgraph {
namespace {

TEST_CASE("first_bad_utf8: the offset of the first byte that is wrong") {
  struct Case {
    std::string_view text;
    std::optional<std::size_t> want;
  };
  const Case kCases[] = {
      {"", std::nullopt},
      {"plain", std::nullopt},
      {"caf\xC3\xA9 \xE2\x80\x9Cquote\xE2\x80\x9D \xF0\x9F\x98\x80", std::nullopt},
      {"a\x80", 1},             // continuation without a lead
      {"ab\xC3", 2},            // cut short
      {"\xC0\xAF", 0},          // overlong
      {"x\xE0\x80\xAF", 1},     // overlong
      {"\xED\xA0\x80", 0},      // surrogate
      {"\xF4\x90\x80\x80", 0},  // past U+10FFFF
      {"\xE2\x80", 0},
      {"\xFF", 0},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.text);
    CHECK(first_bad_utf8(c.text) == c.want);
  }
}

TEST_CASE("code_point_at, code_point_before, append_utf8: each undoes the other") {
  for (const char32_t c : {U'a', U'\u00E9', U'\u201C', U'\U0001F600', U'\U0010FFFF'}) {
    std::string text = "x";
    append_utf8(text, c);
    const auto size = static_cast<std::uint32_t>(text.size() - 1);
    CHECK(code_point_at(text, 1) == CodePoint{c, size});
    CHECK(code_point_before(text, text.size()) == CodePoint{c, size});
  }
  CHECK(code_point_at("\xFFz", 0) == CodePoint{0xFFFD, 1});
  CHECK(code_point_before("z\xFF", 2) == CodePoint{0xFFFD, 1});
  CHECK(code_point_before("\xE2\x80", 2) == CodePoint{0xFFFD, 1});
}

TEST_CASE("to_lower and fold") {
  CHECK(to_lower("NATO \xC3\x89TAT") == "nato \xC3\xA9tat");
  CHECK(fold("  Ministre   de l\xE2\x80\x99\xC3\x89tat\xC2\xA0\n") == "ministre de l'etat");
  CHECK(fold("O\xE2\x80\x99"
             "Brien") == fold("o'brien"));
  CHECK(fold("Stra\xC3\x9F"
             "e") == "strasse");
  CHECK(fold("") == "");
}

TEST_CASE("display_width: columns, not bytes") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("\xC3\xA9") == 1);
  CHECK(display_width("e\xCC\x81") == 1);
  CHECK(display_width("\xE4\xB8\xAD\xE6\x96\x87") == 4);
  CHECK(display_width("\xF0\x9F\x98\x80") == 2);
}

}  // namespace
}  // namespace claimgraph
