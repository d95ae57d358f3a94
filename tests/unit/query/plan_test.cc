#include "query/plan.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "article.h"

namespace claimgraph::query {
namespace {

using kg::EntityType;

// Ada claims much about Bo, and little about the levy; "levy" is in every claim and "rain" in one.
std::vector<Article> chatter() {
  std::vector<Article> out;
  for (int i = 0; i < 9; ++i) {
    Article article("doc" + std::to_string(i), "2025-10-24");
    const auto ada = article.entity("Ada Quill", EntityType::person);
    const auto bo = article.entity("Bo Marsh", EntityType::person);
    article.claim({.source = ada, .content = "the levy is dear", .about = {bo}});
    article.claim({.source = ada, .content = i == 0 ? "rain and levy" : "no levy", .about = {bo}});
    article.stance({.actor = ada, .target = bo, .evidence = "praised him for the levy"});
    out.push_back(article);
  }
  return out;
}

TEST_CASE("plan_of: the index with the fewest facts") {
  const ArticleStore store(chatter());
  const auto id = [](const char* name) { return std::vector{kg::entity_id(EntityType::person, name)}; };
  const Ids ada = id("Ada Quill");
  const Ids bo = id("Bo Marsh");
  const Ids both = std::vector{ada->front(), bo->front()};
  const Ids none = std::vector<kg::EntityId>();
  const auto says = [](const char* words) { return Phrases::parse(words).value(); };
  constexpr auto kStance = store::FactKind::stance;
  struct Case {
    FactSearch search;
    Ends ends;
    const char* want;
  };
  const Case kCases[] = {
      {{}, Ends::ignored, "all_rules"},
      {{}, Ends::wanted, "all_pairs"},
      {{.from = ada}, Ends::ignored, "from"},
      {{.from = ada}, Ends::wanted, "pairs_from"},
      {{.to = bo}, Ends::ignored, "to; each once"},
      {{.to = bo}, Ends::wanted, "to"},
      {{.from = ada, .to = bo}, Ends::ignored, "pair; each once"},
      {{.from = both, .to = bo}, Ends::ignored, "pair, pair; each once"},
      {{.from = none, .to = bo}, Ends::ignored, "nothing"},
      {{.phrases = says("levy")}, Ends::ignored, "word 'levy'"},
      {{.phrases = says("levy rain")}, Ends::ignored, "word 'rain'; reads facts"},
      {{.phrases = says("\"dear levy\"")}, Ends::ignored, "word 'dear' and word 'levy'; reads facts"},
      {{.phrases = says("o'neill")}, Ends::ignored, "word 'neill'; reads facts"},
      {{.phrases = says("...")}, Ends::ignored, "all_rules; reads facts"},
      {{.from = ada, .phrases = says("rain")}, Ends::ignored, "word 'rain'; reads facts"},
      {{.from = ada, .phrases = says("levy")}, Ends::ignored, "from and word 'levy'"},
      {{.from = ada, .phrases = says("dear")}, Ends::ignored, "word 'dear' and from"},
      {{.from = ada, .to = bo, .phrases = says("dear")}, Ends::ignored, "word 'dear' and pair"},
      {{.from = ada, .phrases = says("dear levy")}, Ends::ignored, "word 'dear' and from and word 'levy'; reads facts"},
      {{.from = bo, .phrases = says("levy")}, Ends::ignored, "from; reads facts"},
      {{.kind = kStance, .from = ada, .to = bo}, Ends::ignored, "pair"},
      {{.kind = kStance, .to = bo, .phrases = says("levy")}, Ends::ignored, "to; reads facts"},
      {{.kind = kStance, .position = kg::Position::support}, Ends::ignored, "all_rules"},
      {{.kind = kStance, .according_to = ada}, Ends::ignored, "all_rules; reads facts"},
  };
  const auto filter = FactFilter::make({});
  REQUIRE(filter.has_value());
  for (const auto& c : kCases) {
    const auto plan = plan_of(store.snapshot(), c.search, *filter, c.ends);
    REQUIRE(plan.has_value());
    CHECK(dump(*plan) == c.want);
  }
}

}  // namespace
}  // namespace claimgraph::query
