#include "claimgraph/extract/extractor.h"

#include <random>
#include <string>

#include <doctest/doctest.h>

#include "claimgraph/kg/record.h"
#include "extraction_dump.h"
#include "reading_rules.h"
#include "support/golden.h"

namespace claimgraph::extract {
namespace {

TEST_CASE("extract: golden documents") {
  for (const auto& path : test::golden_inputs(test::data_folder() / "extract", ".tokens")) {
    CAPTURE(path.string());
    test::check_golden(path, readable(extracted(test::read_file(path))));
  }
}

TEST_CASE("extract: nothing from nothing") {
  CHECK(extracted("").entities.empty());
  CHECK(readable(extracted("It/PRON rained/VERB/rain .")) == "");
}

TEST_CASE("extract: mentions that the input brings are taken as they are") {
  auto document = read_by_hand("Putin/PROPN met/VERB/meet the/DET old/ADJ minister/NOUN of/ADP trade/NOUN .");
  document.document.mentions = {{.span = {0, 5}, .name = "Igor Putin", .type = "person"},
                                {.span = {14, 26}, .name = "Anna Orlova", .type = "person"},
                                {.span = {30, 35}, .name = "Trade", .type = "no such type"}};
  CHECK(readable(Extractor(reading_rules()).extract(std::move(document))) ==
        "person 'Igor Putin': [Putin]@0; also 'Putin'\n"
        "person 'Anna Orlova': [old minister]@14; also 'old minister'\n"
        "other 'Trade': [trade]@30; also 'trade'\n");
}

TEST_CASE("extract: keeps what the document brought") {
  auto document = read_by_hand("Anna/PROPN Orlova/PROPN left/VERB/leave .");
  document.document.id = "d1";
  document.document.published = "2025-10-24";
  document.document.metadata = {{"section", "\"world\""}};
  const std::string text = document.document.text;
  const auto extraction = Extractor(reading_rules()).extract(std::move(document));
  CHECK(extraction.source.id == "d1");
  CHECK(extraction.source.published == "2025-10-24");
  CHECK(extraction.source.metadata.size() == 1);
  CHECK(extraction.source.text == text);
}

std::string generated(std::mt19937& random) {
  constexpr const char* kWords[] = {
      "Anna/PROPN", "Orlova/PROPN",   "Keller/PROPN",  "Putin/PROPN",      "Mr/PROPN",
      "PMU/PROPN",  "said/VERB/say",  "that/SCONJ",    "denied/VERB/deny", "backs/VERB/back",
      "not/PART",   "did/AUX/do",     "the/DET",       "minister/NOUN",    "deal/NOUN",
      "he/PRON",    "I/PRON",         "\"/PUNCT",      "\"/PUNCT",         ",/PUNCT",
      "./PUNCT",    "is/AUX/be",      "disgrace/NOUN", "'s/PART",          "According",
      "to",         "reportedly/ADV", "firmly/ADV",    "we/PRON",          "foreign/ADJ"};
  std::string out;
  for (int i = 0; i < 120; ++i) {
    out += kWords[random() % std::size(kWords)];
    out += random() % 12 == 0 ? "\n" : random() % 30 == 0 ? "\n\n" : " ";
  }
  return out;
}

// A record that parses again has only spans inside of the text and only entities and claims that exist.
TEST_CASE("extract: any words give a sound record, and the same one from a used extractor") {
  std::mt19937 random(11);
  Extractor used(reading_rules());
  for (int round = 0; round < 60; ++round) {
    const std::string tokens = generated(random);
    CAPTURE(tokens);
    const auto extraction = used.extract(read_by_hand(tokens));
    REQUIRE(extracted(tokens) == extraction);
    const auto again = kg::parse_record(kg::dump(extraction));
    REQUIRE_MESSAGE(again.has_value(), (again ? "" : dump(again.error())));
    REQUIRE(*again == extraction);
    for (std::size_t i = 0; i < extraction.claims.size(); ++i) {
      const auto& claim = extraction.claims[i];
      REQUIRE(!claim.content_spans.empty());
      REQUIRE(claim.within != static_cast<kg::ClaimIndex>(i));
    }
  }
}

}  // namespace
}  // namespace claimgraph::extract
