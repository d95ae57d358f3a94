#include "query/phrases.h"

#include <doctest/doctest.h>

namespace claimgraph::query {
namespace {

TEST_CASE("Phrases: all of them in whole words, phrases in order") {
  struct Case {
    const char* written;
    const char* text;
    bool said;
  };
  constexpr Case kCases[] = {
      {"", "anything", true},
      {"levy", "The Levy is dear", true},
      {"levy", "the levying of it", false},
      {"dear levy", "the levy is dear", true},
      {"dear rain", "the levy is dear", false},
      {"\"levy is\"", "the levy is dear", true},
      {"\"is levy\"", "the levy is dear", false},
      {"\"levy is\" dear", "the levy is\n dear", true},
      {"“levy is”", "the levy is dear", true},
      {"creme", "la crème", true},
      {"залив", "Залив закрыт", true},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.written);
    CAPTURE(c.text);
    const auto phrases = Phrases::parse(c.written);
    REQUIRE(phrases.has_value());
    CHECK(phrases->said_in(c.text) == c.said);
  }
}

TEST_CASE("Phrases: refuses what is no phrase") {
  struct Case {
    const char* written;
    const char* message;
  };
  constexpr Case kCases[] = {
      {"dear \"the levy", "error: the quotation mark before 'the levy' is not closed (write a \" behind the phrase)"},
      {"\"\" levy", "error: there is nothing between two quotation marks"},
      {"\" \"", "error: there is nothing between two quotation marks"},
  };
  for (const auto& c : kCases) {
    const auto phrases = Phrases::parse(c.written);
    REQUIRE_FALSE(phrases.has_value());
    CHECK(dump(phrases.error()) == c.message);
  }
}

}  // namespace
}  // namespace claimgraph::query
