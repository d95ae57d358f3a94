#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "article.h"
#include "claimgraph/query/query.h"

namespace claimgraph::query {
namespace {

TEST_CASE("show: a fact in its paragraph") {
  struct Case {
    std::string_view why;
    std::string_view text;
    std::string_view cue;
    std::string_view content;
    std::string_view want;  // before|fact|after
  };
  constexpr Case kCases[] = {
      {"one line", "He spoke. She said it rains. So be it.", "said", "it rains",
       "He spoke. She |said it rains|. So be it."},
      {"lines are paragraphs", "Title\nShe said it rains.\nEnd", "said", "it rains", "She |said it rains|."},
      {"blank lines part paragraphs, lines are wrapped", "Title\n\nWe know\nshe said it\nrains. So\nbe it.\n\nEnd",
       "said", "it\nrains", "We know\nshe |said it\nrains|. So\nbe it."},
      {"blank lines with spaces and carriage returns", "A\r\n \r\nShe said it rains.\r\n\r\nB", "said", "it rains",
       "She |said it rains|."},
      {"the content before the cue", "It rains, she said.", "said", "It rains", "|It rains, she said|."},
      {"over a break", "A\n\nShe said:\n\nIt rains. B\n\nC", "said", "It rains", "She |said:\n\nIt rains|. B"},
      {"the whole text", "said it rains", "said", "it rains", "|said it rains|"},
      {"line breaks at the ends alone", "\n\nA said it\nB\n\n", "said", "it", "A |said it|"},
  };
  std::vector<Article> articles;
  for (const auto& c : kCases) {
    articles.emplace_back(std::string(c.why), "2025-10-24");
    articles.back().text(c.text).claim({.cue = c.cue, .content = c.content});
  }
  const ArticleStore store(articles);
  for (const auto& c : kCases) {
    CAPTURE(c.why);
    const auto got = show(store.snapshot(), kg::dump_claim_id({kg::document_id(c.why), 0}));
    REQUIRE_MESSAGE(got.has_value(), dump(got.error()));
    CHECK(got->before + "|" + got->fact + "|" + got->after == c.want);
    CHECK(got->document.id == c.why);
  }
}

TEST_CASE("show: a stance, and what it refuses") {
  Article article("shown", "2025-10-24");
  const auto levy = article.entity("levy", kg::EntityType::concept_);
  article.stance({.target = levy, .evidence = "good levy"});
  const ArticleStore store({article});
  const std::string known = kg::dump_stance_id({kg::document_id("shown"), 0});
  const auto got = show(store.snapshot(), known);
  REQUIRE(got.has_value());
  CHECK(got->fact == "good levy");

  const std::string document = known.substr(2, 16);
  struct Case {
    std::string id;
    std::string want;
  };
  const Case kCases[] = {
      {"", "error: '' is no id of a claim or stance (ids look like c:0123456789abcdef:1 and s:0123456789abcdef:1)"},
      {"levy",
       "error: 'levy' is no id of a claim or stance (ids look like c:0123456789abcdef:1 and s:0123456789abcdef:1)"},
      {"s:" + document + ":2", "error: there is no stance 's:" + document +
                                   ":2' (facts get new ids when their document is read again by other rules; list them "
                                   "anew)"},
      {"c:" + document + ":1", "error: there is no claim 'c:" + document +
                                   ":1' (facts get new ids when their document is read again by other rules; list them "
                                   "anew)"},
  };
  for (const auto& c : kCases) {
    const auto refused = show(store.snapshot(), c.id);
    REQUIRE_FALSE(refused.has_value());
    CHECK(dump(refused.error()) == c.want);
  }
}

}  // namespace
}  // namespace claimgraph::query
