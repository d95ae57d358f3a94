#include <doctest/doctest.h>

#include "claimgraph/text/segmenter.h"

namespace claimgraph::text {
namespace {

// The paragraphs of `text`, apart by " | ", line breaks within them shown as "/".
std::string paragraphs(std::string_view text) {
  const Segmentation cut = segment(text);
  std::string out;
  for (const TokenRange paragraph : cut.paragraphs) {
    if (!out.empty()) out += " | ";
    const std::uint32_t begin = cut.tokens[paragraph.begin].begin;
    for (const char c : text.substr(begin, cut.tokens[paragraph.end - 1].end - begin)) out += c == '\n' ? '/' : c;
  }
  return out;
}

TEST_CASE("segment: blank lines and line breaks part paragraphs") {
  struct Case {
    std::string_view text;
    std::string_view want;
  };
  constexpr Case kCases[] = {
      {"one\n\ntwo", "one | two"},
      {"one\r\n\r\ntwo\rthree", "one | two | three"},
      {"one\n \t\n\u00A0\ntwo", "one | two"},
      {"  one  \n  two  ", "one | two"},
      {"one\u2028two\u2029three\ffour", "one | two | three | four"},
      {"A heading without a stop\nThe first paragraph is here.",
       "A heading without a stop | The first paragraph is here."},
      {"\u2022 one\n\u2022 two\n- three", "\u2022 one | \u2022 two | - three"},
      {"roses are red\nviolets are blue", "roses are red | violets are blue"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.text);
    CHECK(paragraphs(c.text) == c.want);
  }
}

TEST_CASE("segment: lines that were wrapped are joined") {
  // Wrapped at 50 columns; the second line is short because its paragraph ends there.
  constexpr std::string_view kWrapped =
      "The minister told reporters on Monday that the new\n"
      "treaty was dead.\n"
      "\n"
      "Critics of the government said that the talks had\n"
      "been doomed from the very first day of the summit.";
  CHECK(paragraphs(kWrapped) ==
        "The minister told reporters on Monday that the new/treaty was dead. | "
        "Critics of the government said that the talks had/been doomed from the very first day of the summit.");

  // Entries and turns start paragraphs all the same.
  constexpr std::string_view kTranscript =
      "Anna Lee: I have said again and again that we will\n"
      "never agree to this plan, and I have meant it, too\n"
      "John Roe: But you have signed it yourself, and the\n"
      "papers are here\n"
      "1. I have it with me, the very first page of these\n"
      "papers";
  CHECK(paragraphs(kTranscript) ==
        "Anna Lee: I have said again and again that we will/never agree to this plan, and I have meant it, too | "
        "John Roe: But you have signed it yourself, and the/papers are here | "
        "1. I have it with me, the very first page of these/papers");
}

TEST_CASE("segment: lines of one paragraph each are not joined") {
  constexpr std::string_view kShort =
      "The minister told reporters on Monday that it was over.\n"
      "Critics disagreed.\n"
      "The vote is due on Friday, officials in the capital say.";
  CHECK(segment(kShort).paragraphs.size() == 3);

  // Wider than any wrap, though the second line goes on in lower case.
  const std::string wide = std::string(150, 'a') + " b\n" + std::string(150, 'c') + "\nd";
  CHECK(segment(wide).paragraphs.size() == 3);
}

}  // namespace
}  // namespace claimgraph::text
