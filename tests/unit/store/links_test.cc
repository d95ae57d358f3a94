#include <algorithm>

#include <doctest/doctest.h>

#include "claimgraph/store/store.h"
#include "indexed_facts.h"
#include "store_folder.h"

namespace claimgraph::store {
namespace {

using kg::EntityName;
using kg::EntityType;
using kg::LinkKind;

const EntityName kVela{"Ana Vela", EntityType::person};
const EntityName kMayor{"the mayor", EntityType::person};
const EntityName kTarn{"Tarn", EntityType::place};
const EntityName kTown{"the old town", EntityType::place};

// `who` says something about `what`, and is for it.
kg::Extraction article(const std::string& id, const EntityName& who, const EntityName& what) {
  kg::Extraction out;
  out.source = {.id = id, .published = "2025-03-01", .text = who.name + " said that " + what.name + " is safe."};
  const auto end = static_cast<std::uint32_t>(out.source.text.size());
  const auto cue = static_cast<std::uint32_t>(who.name.size()) + 1;
  out.entities = {{.name = who.name, .type = who.type, .mentions = {{{0, cue - 1}}}},
                  {.name = what.name, .type = what.type, .aliases = {"it"}}};
  out.claims = {{.source = kg::EntityIndex{0},
                 .cue_spans = {{cue, cue + 4}},
                 .content_spans = {{cue + 5, end}},
                 .about = {kg::EntityIndex{1}}}};
  out.stances = {{.actor = kg::EntityIndex{0}, .target = kg::EntityIndex{1}, .evidence_spans = {{cue + 5, end}}}};
  return out;
}

// How many claims `who` makes, alone and about `what`, and how many stances toward `what` there are.
std::vector<std::size_t> sizes(const Snapshot& snapshot, const EntityName& who, const EntityName& what) {
  using Index = IndexPlace::Index;
  const IndexPlace pair{.index = Index::pair, .from = who.id(), .to = what.id()};
  return {facts_at<kg::ClaimFact>(snapshot, {.index = Index::from, .from = who.id()}).value().size(),
          facts_at<kg::ClaimFact>(snapshot, pair).value().size(),
          facts_at<kg::StanceFact>(snapshot, {.index = Index::to, .to = what.id()}).value().size()};
}

std::vector<std::string> names(const Snapshot& snapshot) {
  std::vector<std::string> out;
  const auto read = snapshot.entities([&](const EntitySummary& entity) {
    out.push_back(entity.name);
    return true;
  });
  CHECK(read.has_value());
  std::sort(out.begin(), out.end());
  return out;
}

using Sizes = std::vector<std::size_t>;
using Names = std::vector<std::string>;

TEST_CASE("link: merged entities are one in every read, and their facts are its facts") {
  const StoreFolder folder;
  Store store = folder.write();
  REQUIRE(store.put(article("a/1", kVela, kTarn), "").has_value());
  REQUIRE(store.put(article("a/2", kMayor, kTown), "").has_value());
  CHECK(sizes(store.snapshot(), kVela, kTarn) == Sizes{1, 1, 1});
  CHECK(store.link({LinkKind::merge, {kVela, kMayor}}).value() == 1);
  CHECK(store.link({LinkKind::merge, {kTarn, kTown}}).value() == 2);
  const Snapshot snapshot = store.snapshot();
  CHECK(sizes(snapshot, kVela, kTarn) == Sizes{2, 2, 2});
  CHECK(sizes(snapshot, kMayor, kTown) == Sizes{2, 2, 2});  // the ids of the others still find it
  CHECK(names(snapshot) == Names{"Ana Vela", "Tarn"});
  const auto entity = snapshot.entity(kMayor.id()).value();
  REQUIRE(entity.has_value());
  CHECK(entity->id == kVela.id());
  CHECK(entity->aliases == Names{"the mayor"});
  CHECK(entity->documents == 2);
  CHECK(entity->mentions == 2);
  CHECK(snapshot.entities_named("The Mayor").value() == std::vector{kVela.id()});
  const auto claim = snapshot.claim({kg::document_id("a/2"), 0}).value();
  CHECK(claim->source == kVela.id());
  CHECK(claim->about == std::vector{kTarn.id()});
  CHECK(snapshot.stance({kg::document_id("a/2"), 0}).value()->target == kTarn.id());
  CHECK(snapshot.verify()->faults == Names{});
}

TEST_CASE("link: outlives a rebuild of its documents and the store's closing, and can be taken back") {
  const StoreFolder folder;
  {
    Store store = folder.write();
    REQUIRE(store.put(article("a/1", kVela, kTarn), "").has_value());
    REQUIRE(store.put(article("a/2", kMayor, kTarn), "").has_value());
    REQUIRE(store.link({LinkKind::merge, {kVela, kMayor}}).has_value());
    CHECK(store.remove("a/2").value());
    REQUIRE(store.put(article("a/2", kMayor, kTarn), "again").has_value());
  }
  CHECK(sizes(folder.read().snapshot(), kVela, kTarn) == Sizes{2, 2, 2});
  Store store = folder.write();
  CHECK(store.remove("a/1").value());  // of the merged ones, who is still spoken of gives the name
  CHECK(names(store.snapshot()) == Names{"Tarn", "the mayor"});
  CHECK(sizes(store.snapshot(), kVela, kTarn) == Sizes{1, 1, 1});
  REQUIRE(store.put(article("a/1", kVela, kTarn), "").has_value());
  CHECK(names(store.snapshot()) == Names{"Ana Vela", "Tarn"});
  CHECK(store.unlink(1).value());
  CHECK_FALSE(store.unlink(1).value());
  CHECK(sizes(store.snapshot(), kVela, kTarn) == Sizes{1, 1, 2});
  CHECK(store.snapshot().links()->empty());
}

TEST_CASE("link: the last word counts") {
  const StoreFolder folder;
  Store store = folder.write();
  REQUIRE(store.put(article("a/1", kVela, kTarn), "").has_value());
  REQUIRE(store.put(article("a/2", kMayor, kTown), "").has_value());
  REQUIRE(store.link({LinkKind::merge, {kVela, kMayor, kTarn}}).has_value());
  REQUIRE(store.link({LinkKind::split, {kVela}}).has_value());
  CHECK(names(store.snapshot()).size() == 3);  // Ana Vela, who is left of the three, and the old town
  CHECK(store.snapshot().entity(kVela.id()).value()->apart);
  CHECK_FALSE(store.snapshot().entity(kMayor.id()).value()->apart);
  CHECK(store.snapshot().entity(kMayor.id()).value()->documents == 2);  // Tarn stays with the mayor
  REQUIRE(store.link({LinkKind::merge, {kVela, kTown}}).has_value());
  CHECK_FALSE(store.snapshot().entity(kVela.id()).value()->apart);
  CHECK(store.snapshot().entity(kTown.id()).value()->id == kVela.id());
  const auto links = store.snapshot().links().value();
  REQUIRE(links.size() == 3);
  CHECK(links[1].number == 2);
  CHECK(links[1].link == kg::Link{LinkKind::split, {kVela}});
  // The same links again are no new ones.
  REQUIRE(store.link_all({links[0].link, links[1].link, links[2].link}).has_value());
  CHECK(store.snapshot().links()->size() == 3);
  CHECK(store.link({LinkKind::merge, {kVela}}).error().message == "a merge of 1 entities says nothing");
}

TEST_CASE("spelled: the entities that documents call so, a type each") {
  const StoreFolder folder;
  Store store = folder.write();
  REQUIRE(store.put(article("a/1", {"Tarn", EntityType::person}, kTarn), "").has_value());
  CHECK(store.snapshot().spelled("TARN")->size() == 2);
  CHECK(store.snapshot().spelled("it")->empty());
}

}  // namespace
}  // namespace claimgraph::store
