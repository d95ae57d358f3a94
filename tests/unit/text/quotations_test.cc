#include "claimgraph/text/quotations.h"

#include <doctest/doctest.h>

namespace claimgraph::text {
namespace {

std::string quotations(std::string_view text) {
  const Segmentation cut = segment(text);
  std::string out;
  for (const TokenRange quotation : find_quotations(text, cut)) {
    if (!out.empty()) out += " | ";
    const std::uint32_t begin = cut.tokens[quotation.begin].begin;
    out += text.substr(begin, cut.tokens[quotation.end - 1].end - begin);
  }
  return out;
}

TEST_CASE("find_quotations: marks of every kind, and what is none") {
  struct Case {
    std::string_view text;
    std::string_view want;  // quotations apart by " | "
  };
  constexpr Case kCases[] = {
      {"\"We lost,\" he said. \"We left.\"", "\"We lost,\" | \"We left.\""},
      {"\u201CWe lost,\u201D he said.", "\u201CWe lost,\u201D"},
      {"''We lost,'' he said, ``at last.''", "''We lost,'' | ``at last.''"},
      {"\u00ABNon\u00BB, dit-il.", "\u00ABNon\u00BB"},
      {"\u201ENein\u201C, sagte er.", "\u201ENein\u201C"},
      {"a so-called \"plan\" and a \u2018fake\u2019 one", "\"plan\" | \u2018fake\u2019"},
      {"He said 'We lost' twice.", "'We lost'"},
      {"(\"No.\") \u2014\"well\"\u2014 [\u201CYes\u201D]", "\"No.\" | \"well\" | \u201CYes\u201D"},
      {"no space.\"The end", ""},
      // Within one another: the outermost.
      {"\u201CShe said \u2018no\u2019 twice.\u201D", "\u201CShe said \u2018no\u2019 twice.\u201D"},
      {"\u201CShe said \u201Cno\u201D twice.\u201D She left.", "\u201CShe said \u201Cno\u201D twice.\u201D"},
      {"\"She said \"no\" twice.\" She left.", "\"She said \"no\" twice.\""},
      {"\u2018He said \u201Cgo\u201D and left,\u2019 she said.", "\u2018He said \u201Cgo\u201D and left,\u2019"},
      // Wrong forms: the space tells.
      {"\u201DWe lost,\u201C he said.", "\u201DWe lost,\u201C"},
      {"\u201CWe lost,\" he said.", "\u201CWe lost,\""},
      // Marks without a partner.
      {"\u201CWe lost, he said.", "\u201CWe lost, he said."},
      {"\"We lost.\n\nThe end.", "\"We lost."},
      {"We lost,\" he said.", ""},
      {"\u201CWe lost.\n\n\u201CWe left.\u201D The end.", "\u201CWe lost. | \u201CWe left.\u201D"},
      {"\u201CShe said \u201Cno\u201D twice.", "\u201CShe said \u201Cno\u201D"},
      {"\"", ""},
      {"\"\"", ""},
      // Apostrophes, feet and inches.
      {"the boys' and girls' shoes", ""},
      {"the Russians\u2019 plan isn\u2019t Lee\u2019s", ""},
      {"rock 'n' roll of the '90s, '72 and 'em", ""},
      {"\u2018The Russians\u2019 plan failed,\u2019 he said.", "\u2018The Russians\u2019 plan failed,\u2019"},
      {"He is 6'2\" and \"proud\" of it.", "\"proud\""},
      {"\"He is 5'10\" tall,\" she said.", "\"He is 5'10\" tall,\""},
      {"a 'lone mark", ""},
      {"\"It began in 1990\" is true.", "\"It began in 1990\""},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.text);
    CHECK(quotations(c.text) == c.want);
  }
}

TEST_CASE("find_quotations: many marks within one another are one quotation") {
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "\u201Ca ";
  for (int i = 0; i < 10'000; ++i) text += "a\u201D ";
  const Segmentation cut = segment(text);
  const auto found = find_quotations(text, cut);
  REQUIRE(found.size() == 1);
  CHECK(found[0] == TokenRange{0, static_cast<std::uint32_t>(cut.tokens.size())});
}

}  // namespace
}  // namespace claimgraph::text
