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
      {"a title, a blank line, then lines that are paragraphs", "Title\n\nIt is so.\nShe said it rains.\nThe end.",
       "said", "it rains", "She |said it rains|."},
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
    REQUIRE(std::holds_alternative<ClaimRow>(got->row));
    CHECK(std::get<ClaimRow>(got->row).cue == c.cue);
  }
}

TEST_CASE("show: of a long paragraph the sentences next to the fact's") {
  const std::string filler = "Nobody else had anything to say about it. ";
  std::string long_part;
  for (int i = 0; i < 10; ++i) long_part += filler;
  struct Case {
    std::string_view why;
    std::string text;
    std::string_view want;  // "…" where there is more; before|fact|after
  };
  const Case kCases[] = {
      {"in the middle", long_part + "One. Two. She said it rains now. Three. Four. " + long_part,
       "…Two. She |said it rains| now. Three.…"},
      {"at its begin", "One. She said it rains now. Three. Four. " + long_part + long_part,
       "One. She |said it rains| now. Three.…"},
      {"at its end", long_part + long_part + "One. Two. She said it rains now. Three.",
       "…Two. She |said it rains| now. Three."},
      {"first of all", "said it rains now. Three. Four. " + long_part + long_part, "|said it rains| now. Three.…"},
      {"not beyond the paragraph", "A.\n\nShe said it rains. Two. Three. " + long_part + long_part,
       "She |said it rains|. Two.…"},
      {"a short one is whole", "Zero. One. She said it rains now. Two. Three.",
       "Zero. One. She |said it rains| now. Two. Three."},
  };
  std::vector<Article> articles;
  for (const auto& c : kCases) {
    articles.emplace_back(std::string(c.why), "2025-10-24");
    articles.back().text(c.text).claim({.cue = "said", .content = "it rains"});
  }
  const ArticleStore store(articles);
  for (const auto& c : kCases) {
    CAPTURE(c.why);
    const auto got = show(store.snapshot(), kg::dump_claim_id({kg::document_id(c.why), 0}));
    REQUIRE_MESSAGE(got.has_value(), dump(got.error()));
    CHECK((got->more_before ? "…" : "") + got->before + "|" + got->fact + "|" + got->after +
              (got->more_after ? "…" : "") ==
          c.want);
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
  REQUIRE(std::holds_alternative<StanceRow>(got->row));
  CHECK(std::get<StanceRow>(got->row).target == "levy");

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
