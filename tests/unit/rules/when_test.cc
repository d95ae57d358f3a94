#include "claimgraph/rules/when.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace claimgraph::rules {
namespace {

TEST_CASE("runs_in: a date is compared as far as the condition goes") {
  struct Case {
    const char* condition;
    const char* published;
    bool runs;
  };
  constexpr Case kCases[] = {
      {"2020", "2020-12-31", true},
      {"2020", "2021-01-01", false},
      {"2020-05", "2020-05-17", true},
      {"=2020-05-17", "2020-05-17", true},
      {">=2020-01-01", "2020-01-01", true},
      {">=2020-01-02", "2020-01-01", false},
      {">2020", "2020-12-31", false},
      {">2020", "2021-01-01", true},
      {"<2020-06", "2020-05-31", true},
      {"<2020-06", "2020-06-01", false},
      {"<=2020-06", "2020-06-30", true},
      {"<= 2020-06", "2020-07-01", false},
      {">=2020", "", false},
      {"<2020", "", false},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.condition);
    CAPTURE(c.published);
    DateBound bound;
    REQUIRE(parse_date_bound(c.condition, bound));
    CHECK(runs_in({.dates = {bound}}, {.published = c.published}) == c.runs);
  }
}

TEST_CASE("parse_date_bound: what is no date is refused") {
  for (const char* text : {"", ">=", "20", "2020-", "2020-13", "2020-00-01", "2020-01-32", "2020/01", "last year",
                           "=>2020", "2020-1-1", "2020-01-01T00:00"}) {
    CAPTURE(text);
    DateBound bound;
    CHECK(!parse_date_bound(text, bound));
  }
}

TEST_CASE("runs_in: a field of the document is one of some texts, and none of others") {
  struct Case {
    DocumentTest test;
    bool runs;
  };
  const text::Document document{.publisher = "The Harbour News",
                                .language = "en-GB",
                                .metadata = {{"section", "\"Politics\""}, {"desk", "[\"trade\"]"}, {"words", "300"}}};
  const Case kCases[] = {
      {{.field = "publisher", .any_of = {"the harbour news"}}, true},
      {{.field = "publisher", .any_of = {"Harbour News"}}, false},
      {{.field = "publisher", .any_of = {"*Harbour*"}}, true},
      {{.field = "publisher", .any_of = {"*b*r*z"}}, false},
      {{.field = "publisher", .none_of = {"The*"}}, false},
      {{.field = "publisher", .any_of = {"The*"}, .none_of = {"*Daily"}}, true},
      {{.field = "language", .any_of = {"de", "en"}}, true},
      {{.field = "language", .any_of = {"e"}}, false},
      {{.field = "section", .any_of = {"politics"}}, true},
      {{.field = "desk", .any_of = {"trade"}}, true},
      {{.field = "words", .any_of = {"300"}}, true},
      {{.field = "genre", .any_of = {"opinion"}}, false},
      {{.field = "genre", .none_of = {"opinion"}}, true},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.test.field);
    CHECK(runs_in({.tests = {c.test}}, document) == c.runs);
  }
}

TEST_CASE("unmet: a clause for each condition on the document that does not hold") {
  const text::Document document{.publisher = "Coast Daily", .published = "2019-07-01"};
  DateBound since, before;
  REQUIRE(parse_date_bound(">= 2020", since));
  REQUIRE(parse_date_bound("<2021", before));
  const When when{.dates = {since, before},
                  .tests = {{.field = "publisher", .any_of = {"Harbour *", "Straits *"}},
                            {.field = "publisher", .none_of = {"Coast *"}},
                            {.field = "language", .any_of = {"en"}},
                            {.field = "desk", .any_of = {"trade"}}}};
  CHECK(unmet(when, document) ==
        std::vector<std::string>{"the date is '2019-07-01', not >=2020",
                                 "the publisher is 'Coast Daily', not 'Harbour *' or 'Straits *'",
                                 "the publisher is 'Coast Daily', not '!Coast *'", "the desk is unknown, not 'trade'"});
  CHECK(unmet({.dates = {since}}, {}) == std::vector<std::string>{"the date is unknown, not >=2020"});
  CHECK(unmet({}, document).empty());
}

}  // namespace
}  // namespace claimgraph::rules
