#include "query/entity_groups.h"

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace claimgraph::query {
namespace {

using kg::EntityType;

struct Named {
  const char* name;
  EntityType type = EntityType::person;
  std::vector<std::string> aliases = {};
  std::uint64_t mentions = 1;
};

std::vector<store::EntitySummary> summaries(const std::vector<Named>& named) {
  std::vector<store::EntitySummary> out;
  for (const Named& one : named) {
    out.push_back({.id = kg::entity_id(one.type, one.name),
                   .name = one.name,
                   .type = one.type,
                   .aliases = one.aliases,
                   .mentions = one.mentions});
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return out;
}

// Each group as its names, the first of them first, apart by " = ".
std::set<std::string> shown(const EntityGroups& groups) {
  std::set<std::string> out;
  for (const Group& group : groups.groups()) {
    std::string names;
    for (const auto member : group.members) names += (names.empty() ? "" : " = ") + groups.entities()[member].name;
    out.insert(names + " (" + std::string(kg::spell(group.type)) + ")");
  }
  return out;
}

TEST_CASE("EntityGroups: whose names make them one") {
  struct Case {
    const char* why;
    std::vector<Named> entities;
    std::set<std::string> want;
  };
  const Case kCases[] = {
      {"titles",
       {{"Sergey Lavrov"}, {"Foreign Minister Sergey Lavrov"}, {"Mr. Sergey Lavrov", EntityType::person, {}, 9}},
       {
           "Mr. Sergey Lavrov = Sergey Lavrov = Foreign Minister Sergey Lavrov (person)",
       }},
      {"the only person of a surname",
       {{"Sergei Lavrov"}, {"Lavrov", EntityType::person, {}, 9}, {"Igor Ivanov"}},
       {"Sergei Lavrov = Lavrov (person)", "Igor Ivanov (person)"}},
      {"a surname of two",
       {{"Bill Clinton"}, {"Hillary Clinton", EntityType::person, {"Clinton"}}, {"Clinton"}},
       {"Bill Clinton (person)", "Hillary Clinton (person)", "Clinton (person)"}},
      {"spellings and initials of one person",
       {{"Sergey Viktorovich Lavrov", EntityType::person, {}, 3},
        {"Sergei Lavrov", EntityType::person, {}, 2},
        {"S. Lavrov"}},
       {"Sergey Viktorovich Lavrov = Sergei Lavrov = S. Lavrov (person)"}},
      {"an initial of two persons",
       {{"John Smith"}, {"Jane Smith"}, {"J. Smith"}},
       {"John Smith (person)", "Jane Smith (person)", "J. Smith (person)"}},
      {"father and son",
       {{"George W. Bush"}, {"George H. W. Bush"}, {"George Bush"}, {"Bush"}},
       {"George W. Bush (person)", "George H. W. Bush (person)", "George Bush (person)", "Bush (person)"}},
      {"junior",
       {{"Donald Trump"}, {"Donald Trump Jr."}, {"Trump"}},
       {"Donald Trump = Trump (person)", "Donald Trump Jr. (person)"}},
      {"of one name and two types",
       {{"Kremlin", EntityType::place}, {"the Kremlin", EntityType::organisation}},
       {"Kremlin (place)", "the Kremlin (organisation)"}},
      {"an unknown type joins the only one",
       {{"Kremlin", EntityType::place, {}, 2}, {"Kremlin", EntityType::other}},
       {"Kremlin = Kremlin (place)"}},
      {"an unknown type joins neither of two",
       {{"Kremlin", EntityType::place}, {"Kremlin", EntityType::other}, {"Kremlin", EntityType::organisation}},
       {"Kremlin (place)", "Kremlin (other)", "Kremlin (organisation)"}},
      {"a bare surname of unknown type",
       {{"Sergey Lavrov"}, {"Lavrov", EntityType::other}},
       {"Sergey Lavrov = Lavrov (person)"}},
      {"a place is nobody's surname",
       {{"Denzel Washington"}, {"Washington", EntityType::place}},
       {"Denzel Washington (person)", "Washington (place)"}},
      {"an alias of one",
       {{"European Union", EntityType::organisation, {"EU", "the bloc"}},
        {"EU", EntityType::organisation, {}, 7},
        {"the bloc", EntityType::organisation}},
       {"European Union = EU (organisation)", "the bloc (organisation)"}},
      {"an alias of two",
       {{"Russian Foreign Ministry", EntityType::organisation, {"Foreign Ministry"}},
        {"Chinese Foreign Ministry", EntityType::organisation, {"Foreign Ministry"}},
        {"Foreign Ministry", EntityType::organisation}},
       {"Russian Foreign Ministry (organisation)", "Chinese Foreign Ministry (organisation)",
        "Foreign Ministry (organisation)"}},
      {"no alias, no shortening",
       {{"World Bank", EntityType::organisation}, {"Bank", EntityType::organisation}},
       {"World Bank (organisation)", "Bank (organisation)"}},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.why);
    std::set<std::string> want = c.want;
    const auto got = shown(EntityGroups(summaries(c.entities)));
    CHECK(got == want);
  }
}

TEST_CASE("EntityGroups: a group has one known type, and every entity is in one group") {
  const char* kNames[] = {"Lavrov",     "Sergey Lavrov",  "S. Lavrov",     "Igor Lavrov", "Sergei V. Lavrov",
                          "EU",         "European Union", "Union",         "Smith",       "President Smith",
                          "John Smith", "J. Smith",       "Jane A. Smith", "Jane Smith",  "The European Union"};
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::vector<Named> named;
    for (const char* name : kNames) {
      if (random() % 2 == 0) continue;
      Named one{.name = name, .type = static_cast<EntityType>(random() % 8), .mentions = random() % 4};
      if (random() % 2 == 0) one.aliases.push_back(kNames[random() % std::size(kNames)]);
      named.push_back(one);
    }
    const EntityGroups groups(summaries(named));
    std::size_t members = 0;
    for (std::uint32_t g = 0; g < groups.groups().size(); ++g) {
      const Group& group = groups.group(static_cast<GroupId>(g));
      members += group.members.size();
      for (const auto member : group.members) {
        const EntityType type = groups.entities()[member].type;
        CHECK((type == EntityType::other || type == group.type));
        CHECK(groups.group_of(groups.entities()[member].id) == static_cast<GroupId>(g));
      }
    }
    CHECK(members == named.size());
  }
}

}  // namespace
}  // namespace claimgraph::query
