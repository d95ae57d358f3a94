#include "claimgraph/exporters/answers.h"

#include <span>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "debate.h"
#include "support/golden.h"

namespace claimgraph::exporters {
namespace {

void check(const char* name, std::string_view got) {
  test::check_golden(test::data_folder() / "exporters" / name, got);
}

// All formats of one list, one after the other.
std::string all_formats(const Table& full, const std::string& terminal, const std::string& markdown) {
  return "== terminal\n" + terminal + "== jsonl\n" + to_jsonl(full) + "== csv\n" + to_csv(full) + "== markdown\n" +
         markdown;
}

TEST_CASE("answers: every list in every format") {
  const TerminalOptions narrow{.width = 60};
  const auto claims = claim_rows();
  check("claims", all_formats(table_of(claims), to_text(cards_of(claims), narrow), to_markdown(digest_of(claims))));
  const auto stances = stance_rows();
  check("stances", all_formats(table_of(stances), to_text(cards_of(stances), narrow), to_markdown(digest_of(stances))));
  const auto entities = entity_rows();
  check("entities", all_formats(table_of(entities),
                                to_text(digest_of(entities), {.width = 80}) + to_text(cards_of(entities), narrow),
                                to_markdown(digest_of(entities))));
  const auto path = path_rows();
  check("path", all_formats(table_of(path), to_text(cards_of(path), narrow), to_markdown(digest_of(path))));
  const auto clusters = cluster_rows();
  check("clusters",
        all_formats(table_of(clusters), to_text(table_of(clusters), narrow), to_markdown(table_of(clusters))));
}

TEST_CASE("answers: counts and comparisons in every format") {
  const TerminalOptions narrow{.width = 60};
  const TerminalOptions wide{.width = 120};
  const auto timeline = timeline_rows();
  check("timeline",
        all_formats(table_of(timeline), to_text(table_of(timeline), narrow), to_markdown(table_of(timeline))));
  const auto torn = contradiction_rows();
  check("contradictions", all_formats(table_of(torn), to_text(cards_of(torn), narrow), to_markdown(digest_of(torn))));
  const auto publishers = comparison_rows();
  check("comparison",
        all_formats(table_of(publishers), to_text(digest_of(publishers), narrow) + to_text(digest_of(publishers), wide),
                    to_markdown(digest_of(publishers))));
  const auto ties = tie_rows();
  check("network", all_formats(table_of(ties), to_text(table_of(ties), narrow), to_markdown(table_of(ties))));
  const auto measures = measure_rows();
  check("measures",
        all_formats(table_of(measures), to_text(digest_of(measures), narrow) + to_text(digest_of(measures), wide),
                    to_markdown(digest_of(measures))));
  const auto companions = companion_rows();
  check("companions",
        all_formats(table_of(companions), to_text(table_of(companions), narrow), to_markdown(table_of(companions))));
}

TEST_CASE("answers: a fact in its paragraph") {
  const query::Context context{.row = claim_rows().front(),
                               .document = claim_rows().front().document,
                               .before = "The council met on Friday. ",
                               .fact = "“No,” said Lindqvist, “not with this plan, and not in this harbour.”",
                               .after = " The vote is in June."};
  CHECK(to_text(context, {.width = 40}) ==
        "Mara Lindqvist — has repeatedly said —\n"
        "harbour plan, Port Authority\n"
        "    [en/attribution/said-that, 0.93]\n"
        "\n"
        "Harbour plan splits council\n"
        "The Courier\n"
        "2025-10-24\n"
        "https://example.org/a?id=1&lang=en\n"
        "\n"
        "    The council met on Friday.\n"
        "  | “No,” said Lindqvist, “not with this\n"
        "  | plan, and not in this harbour.”\n"
        "    The vote is in June.\n");
}

TEST_CASE("answers: the marks of a cue stay out of the heading") {
  struct Case {
    const char* cue;
    const char* want;
  };
  constexpr Case kCases[] = {{"said", "A — said — B"},
                             {"said:", "A — said — B"},
                             {"warned,", "A — warned — B"},
                             {"is sure: is", "A — is sure: is — B"},
                             {":", "A — B"},
                             {"", "A — B"}};
  for (const auto& c : kCases) {
    CAPTURE(c.cue);
    const query::ClaimRow row{.source = "A", .cue = c.cue, .about = {"B"}};
    CHECK(cards_of(std::span(&row, 1)).front().heading == c.want);
  }
}

TEST_CASE("answers: what touches a fact stands on its line") {
  struct Case {
    const char* before;
    const char* fact;
    const char* after;
    const char* want;
  };
  constexpr Case kCases[] = {
      {"He spoke. “", "We back the toll", ".” She left.", "    He spoke.\n  | “We back the toll.”\n    She left.\n"},
      {"", "We back the toll", ".", "  | We back the toll.\n"},
      {"In short:\n", "we back it", "\n(again).", "    In short:\n  | we back it\n    (again).\n"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.want);
    CHECK(to_text(query::Context{.row = query::StanceRow{.actor = "A", .target = "toll", .rule = "r"},
                                 .document = {.id = "a"},
                                 .before = c.before,
                                 .fact = c.fact,
                                 .after = c.after},
                  {.width = 60}) ==
          fmt::format("A — supports — toll (according to the article)\n    [r, 0.00]\n\na\n\n{}", c.want));
  }
}

TEST_CASE("answers: colour only when it is asked for") {
  const std::vector<Card> cards = {{.heading = "who", .quote = "what", .source = "where"}};
  CHECK(to_text(cards, {.width = 40}) == "who\n    what\n    where\n");
  CHECK(to_text(cards, {.width = 40, .color = true}) == "\x1b[1mwho\x1b[0m\n    what\n    \x1b[2mwhere\x1b[0m\n");
}

}  // namespace
}  // namespace claimgraph::exporters
