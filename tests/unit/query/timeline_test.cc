#include "claimgraph/query/timeline.h"

#include <map>
#include <random>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "article.h"
#include "generated_store.h"
#include "query/periods.h"

namespace claimgraph::query {
namespace {

TEST_CASE("period_of: a date lies in one day, week, month and year, or in none when it is less exact") {
  struct Case {
    const char* date;
    Period period;
    const char* want;
  };
  constexpr Case kCases[] = {
      {"2025-10-24", Period::day, "2025-10-24"},
      {"2025-10-24", Period::week, "2025-W43"},
      {"2025-10-24", Period::month, "2025-10"},
      {"2025-10-24", Period::year, "2025"},
      {"2024-12-30", Period::week, "2025-W01"},
      {"2021-01-03", Period::week, "2020-W53"},
      {"2026-01-01", Period::week, "2026-W01"},
      {"2025-10", Period::day, ""},
      {"2025-10", Period::week, ""},
      {"2025-10", Period::month, "2025-10"},
      {"2025", Period::month, ""},
      {"", Period::year, ""},
      {"2025-10-24T08:00", Period::day, "2025-10-24"},
      {"2025-13-01", Period::week, ""},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.date);
    CHECK(period_of(c.date, c.period) == c.want);
  }
}

using Counts = std::map<std::string, std::array<std::uint64_t, 4>>;  // claims, then stances by position

Counts slow_timeline(const std::vector<Article>& articles, const TimelineQuery& query) {
  const auto is = [](const std::optional<kg::EntityId>& id, const std::string& name) {
    return name.empty() || id == kg::entity_id(kg::EntityType::person, name);
  };
  Counts out;
  for (const Article& article : articles) {
    const kg::Source& source = article.extraction().source;
    const kg::Facts facts = kg::facts_of(article.extraction());
    const std::string month = source.published.substr(0, 7);
    for (const auto& claim : facts.claims) {
      bool about = query.target.empty();
      for (const kg::EntityId id : claim.about) about = about || is(id, query.target);
      if (about && is(claim.source, query.actor) && slowly_accepted(query.filter, source, claim.confidence))
        ++out[month][0];
    }
    for (const auto& stance : facts.stances) {
      if (is(stance.target, query.target) && is(stance.actor, query.actor) &&
          slowly_accepted(query.filter, source, stance.confidence)) {
        ++out[month][1 + static_cast<std::size_t>(stance.position)];
      }
    }
  }
  return out;
}

TEST_CASE("timeline: the same as a scan over the extractions") {
  std::mt19937 random(12);
  const auto articles = generated_articles(random, 40);
  const ArticleStore store(articles);
  const std::string names[] = {"", kPersons[0], kPersons[1], kPersons[2]};
  for (int round = 0; round < 100; ++round) {
    TimelineQuery query{
        .actor = names[random() % 4], .target = names[random() % 4], .filter = generated_filter(random)};
    query.filter.form.reset();
    query.filter.certainty.reset();
    const auto got = timeline(store.snapshot(), query);
    REQUIRE_MESSAGE(got.has_value(), dump(got.error()));
    Counts counts;
    for (const TimelineRow& row : got->rows) {
      counts[row.period] = {row.claims, row.supports, row.opposes, row.neutral};
      CHECK(row.documents > 0);
    }
    CHECK(counts == slow_timeline(articles, query));
    for (std::size_t i = 1; i < got->rows.size(); ++i) {
      const bool in_order = got->rows[i].period.empty() || got->rows[i - 1].period < got->rows[i].period;
      CHECK(in_order);
    }
  }
}

}  // namespace
}  // namespace claimgraph::query
