// Properties of every segmentation, held on generated texts; tests/fuzz/segmenter_fuzz.cc holds the same ones.
#include <iterator>
#include <random>

#include <doctest/doctest.h>

#include "broken_property.h"
#include "claimgraph/text/quotations.h"
#include "claimgraph/text/segmenter.h"

namespace claimgraph::text {
namespace {

// What texts are made of, with everything that some rule looks at.
constexpr std::string_view kPieces[] = {
    "a",      "B",      "word",   "Word",     "NATO",       "0",          "12",     "2024",   ".",
    "..",     "...",    "\u2026", "!",        "?",          ",",          ";",      ":",      "-",
    "--",     "\u2014", "/",      "&",        "*",          "_",          "#",      "@",      "%",
    "$",      "+",      "=",      "(",        ")",          "[",          "]",      "\"",     "'",
    "''",     "`",      "\u201C", "\u201D",   "\u2018",     "\u2019",     "\u00AB", "\u00BB", " ",
    "  ",     "\n",     "\n\n",   "\r\n",     "\t",         "\u00A0",     "\u200B", "\uFEFF", "\u0301",
    "\u200D", "\xFF",   "\xC3",   "\xE2\x80", "\U0001F44D", "\U0001F1FA", "n't",    "'s",     "Mr.",
    "U.S.",   "p.m.",   "said",   "http://",  "www.",       ".com",       "co-",    "5pm",    "cannot"};

std::string soup(std::mt19937& random, std::size_t pieces) {
  std::uniform_int_distribution<std::size_t> pick(0, std::size(kPieces) - 1);
  std::string out;
  for (std::size_t i = 0; i < pieces; ++i) out += kPieces[pick(random)];
  return out;
}

TEST_CASE("segment: the properties hold for any soup of characters") {
  std::mt19937 random(20251024);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = soup(random, 1 + static_cast<std::size_t>(round) % 60);
    CAPTURE(text);
    const Segmentation cut = segment(text);
    REQUIRE(broken_property(text, cut, find_quotations(text, cut)) == "");
  }
}

TEST_CASE("segment: the properties hold for a piece said ten thousand times") {
  for (const std::string_view piece : kPieces) {
    std::string text;
    for (int i = 0; i < 10'000; ++i) text += piece;
    CAPTURE(piece);
    const Segmentation cut = segment(text);
    REQUIRE(broken_property(text, cut, find_quotations(text, cut)) == "");
  }
}

TEST_CASE("segment: no sentence is longer than a thousand tokens, and is cut at a space") {
  std::string text;
  for (int i = 0; i < 2500; ++i) text += "word,";
  CHECK(segment(text).sentences.size() == 5);  // no space to cut at
  text.clear();
  for (int i = 0; i < 1700; ++i) text += "a,b ";
  const Segmentation cut = segment(text);
  REQUIRE(cut.sentences.size() == 6);
  CHECK(cut.sentences[0] == TokenRange{0, 999});  // "a" "," "b" are not parted
}

}  // namespace
}  // namespace claimgraph::text
