#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "article.h"
#include "claimgraph/query/query.h"

namespace claimgraph::query {
namespace {

using kg::EntityType;

// Names of the resolved entities, or the whole error.
std::string resolved(const store::Snapshot& snapshot, std::string_view name) {
  const auto ids = resolve(snapshot, name);
  if (!ids) return dump(ids.error());
  std::string out;
  for (const kg::EntityId id : *ids) out += (out.empty() ? "" : " = ") + (*snapshot.entity(id))->name;
  return out;
}

std::vector<Article> articles() {
  Article first("first", "2025-10-24");
  first.entity("Sergey Lavrov", EntityType::person, {"Lavrov"}, 3);
  first.entity("Hillary Clinton", EntityType::person, {"Clinton", "Hillary"}, 12);
  first.entity("European Union", EntityType::organisation, {"EU"}, 2);
  first.entity("Kremlin", EntityType::place);
  first.entity("Springfield", EntityType::place);
  Article second("second", "2025-10-25");
  second.entity("Lavrov", EntityType::person, {}, 5);
  second.entity("Bill Clinton", EntityType::person, {}, 1);
  second.entity("Clinton", EntityType::person, {}, 2);
  second.entity("EU", EntityType::organisation);
  second.entity("Kremlin", EntityType::organisation, {}, 4);
  second.entity("Dusty Springfield", EntityType::person);
  second.entity("Barrow", EntityType::person);
  return {first, second};
}

// One for all tests here: to make a store takes far longer than to read it.
const store::Snapshot& told() {
  static const ArticleStore kStore(articles());
  return kStore.snapshot();
}

TEST_CASE("resolve: whom a name means, and the whole message when it means nobody or several") {
  struct Case {
    std::string_view name;
    std::string_view want;
  };
  constexpr Case kCases[] = {
      {"Sergey Lavrov", "Sergey Lavrov = Lavrov"},
      {"  lavrov ", "Sergey Lavrov = Lavrov"},
      {"Lavrov's", "Sergey Lavrov = Lavrov"},
      {"Sergei V. Lavrov", "Sergey Lavrov = Lavrov"},
      {"Foreign Minister Lavrov", "Sergey Lavrov = Lavrov"},
      {"Hillary", "Hillary Clinton"},
      {"Bill Clinton", "Bill Clinton"},
      {"the eu", "European Union = EU"},
      {"EUROPEAN UNION", "European Union = EU"},
      {"Kremlin (place)", "Kremlin"},
      {"Springfield", "Springfield"},
      {"Springfield (person)", "error: no entity is called 'Springfield (person)' (did you mean 'Springfield'?)"},
      {"Clinton",
       "error: 'Clinton' may be 3 different entities (write one of them: 'Hillary Clinton (person)' with 12 mentions, "
       "'Clinton (person)' with 2 mentions or 'Bill Clinton (person)' with 1 mention)"},
      {"Kremlin",
       "error: 'Kremlin' may be 2 different entities (write one of them: 'Kremlin (organisation)' with 4 mentions or "
       "'Kremlin (place)' with 1 mention)"},
      {"Chelsea Clinton",
       "error: no entity is called 'Chelsea Clinton' (of that surname there is 'Hillary Clinton (person)' with 12 "
       "mentions, 'Clinton (person)' with 2 mentions or 'Bill Clinton (person)' with 1 mention)"},
      {"Reginald Barrow", "Barrow"},
      {"Igor Lavrov",
       "error: no entity is called 'Igor Lavrov' (of that surname there is 'Sergey Lavrov (person)' with 8 mentions)"},
      {"Lavrof", "error: no entity is called 'Lavrof' (did you mean 'Lavrov'?)"},
      {"Kremlin (person)", "error: no entity is called 'Kremlin (person)' (did you mean 'Kremlin'?)"},
      {"Ministry of Silly Walks",
       "error: no entity is called 'Ministry of Silly Walks' (the list of entities shows the names there are)"},
      {"", "error: '' is no name of an entity: it has no letters (the list of entities shows the names there are)"},
      {" -- ",
       "error: ' -- ' is no name of an entity: it has no letters (the list of entities shows the names there are)"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.name);
    CHECK(resolved(told(), c.name) == c.want);
  }
}

TEST_CASE("resolve: an empty store has no names") {
  const ArticleStore store({});
  CHECK(resolved(store.snapshot(), "Lavrov") == "error: no entity is called 'Lavrov' (the store has no entities yet)");
}

TEST_CASE("resolve: what the hint of an ambiguous name lists can be written") {
  CHECK(resolved(told(), "Kremlin (organisation)") == "Kremlin");
  CHECK(resolved(told(), "Hillary Clinton (person)") == "Hillary Clinton");
  CHECK(resolved(told(), "Bill Clinton (person)") == "Bill Clinton");
  CHECK(resolved(told(), "Clinton (person)") == "Clinton");
}

}  // namespace
}  // namespace claimgraph::query
