#include "query/nearby_groups.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "article.h"
#include "generated_store.h"
#include "query/entity_groups.h"
#include "query/resolve.h"

namespace claimgraph::query {
namespace {

using Members = std::vector<std::vector<kg::EntityId>>;

// The members of these groups, in no order that depends on their numbers.
Members members(const Groups& groups, const std::vector<GroupId>& found) {
  Members out;
  for (const GroupId group : found) out.push_back(groups.ids(group));
  std::sort(out.begin(), out.end());
  return out;
}

TEST_CASE("NearbyGroups: the groups of all entities, found one by one") {
  std::mt19937 random(31);
  for (int round = 0; round < 12; ++round) {
    std::vector<kg::Link> links;
    for (std::size_t i = random() % 4; i > 0; --i) links.push_back(generated_link(random));
    const ArticleStore store(generated_articles(random, 6 + random() % 25), links);
    const auto all = EntityGroups::load(store.snapshot());
    REQUIRE(all.has_value());
    for (const auto& entity : all->entities()) {
      CAPTURE(entity.name);
      const NearbyGroups nearby(store.snapshot());  // with nothing found before
      const auto group = nearby.group_of(entity.id);
      REQUIRE(group.has_value());
      const GroupId want = *all->group_of(entity.id);
      CHECK(nearby.ids(*group) == all->ids(want));
      CHECK(nearby.type(*group) == all->type(want));
      CHECK(nearby.mentions(*group) == all->mentions(want));
      CHECK(nearby.status().has_value());
    }
    const NearbyGroups nearby(store.snapshot());
    for (int i = 0; i < 60; ++i) {
      const std::string name = generated_name(random);
      CAPTURE(name);
      if (const auto only = NearbyGroups(store.snapshot()).unlike_others(name)) {
        CHECK(members(*all, candidates(store.snapshot(), *all, name).value()) == Members{{*only}});
      }
      CHECK(members(nearby, candidates(store.snapshot(), nearby, name).value()) ==
            members(*all, candidates(store.snapshot(), *all, name).value()));
    }
  }
}

}  // namespace
}  // namespace claimgraph::query
