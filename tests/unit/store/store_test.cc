#include "claimgraph/store/store.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "generated.h"
#include "indexed_facts.h"
#include "store/rows.h"
#include "store_folder.h"

namespace claimgraph::store {
namespace {

// An article in which a person says something about a place, and is for it.
kg::Extraction article(const std::string& id) {
  kg::Extraction out;
  out.source = {.id = id, .published = "2025-03-01", .text = "Ana Vela said Tarn is safe."};
  out.entities = {{.name = "Ana Vela", .type = kg::EntityType::person, .aliases = {"Vela"}, .mentions = {{{0, 8}}}},
                  {.name = "Tarn", .type = kg::EntityType::place, .mentions = {{{14, 18}}}}};
  out.claims = {{.source = kg::EntityIndex{0},
                 .source_spans = {{0, 8}},
                 .cue_spans = {{9, 13}},
                 .content_spans = {{14, 26}},
                 .about = {kg::EntityIndex{1}},
                 .rule = "en/said",
                 .confidence = 0.9}};
  out.stances = {{.actor = kg::EntityIndex{0}, .target = kg::EntityIndex{1}, .evidence_spans = {{14, 26}}}};
  return out;
}

TEST_CASE("put: replacing documents leaves exactly the rows of a fresh store") {
  const StoreFolder changed;
  const StoreFolder fresh;
  Generator generator(11);
  std::vector<kg::Extraction> last;
  {
    Store store = changed.write();
    for (int i = 0; i < 12; ++i) {
      const std::string id = fmt::format("a/{}", i);
      for (int version = 0; version < 4; ++version) {
        last.push_back(generator.extraction(id));
        REQUIRE(store.put(last.back(), fmt::format("v{}", version)).has_value());
        if (version < 3) last.pop_back();
      }
    }
    REQUIRE(store.put(generator.extraction("gone"), "v0").has_value());
    CHECK(store.remove("gone").value());
  }
  {
    Store store = fresh.write();
    std::reverse(last.begin(), last.end());
    for (const kg::Extraction& extraction : last) REQUIRE(store.put(extraction, "v3").has_value());
  }
  const bool same = dump_rows(changed.path()) == dump_rows(fresh.path());
  CHECK(same);
}

TEST_CASE("remove: after the last document nothing is left but the format version and zeros") {
  const StoreFolder folder;
  {
    Store store = folder.write();
    Generator generator(12);
    for (int i = 0; i < 10; ++i) REQUIRE(store.put(generator.extraction(fmt::format("a/{}", i)), "").has_value());
    for (int i = 0; i < 10; ++i) CHECK(store.remove(fmt::format("a/{}", i)).value());
    CHECK_FALSE(store.remove("a/0").value());
  }
  const std::vector<Row> want = {{{Family::meta, "counts"}, encode_counts({})},
                                 {{Family::meta, "format_version"}, encode_format_version(kFormatVersion)}};
  CHECK((dump_rows(folder.path()) == want));
}

TEST_CASE("put: what cannot be stored is refused whole") {
  struct Case {
    void (*spoil)(kg::Extraction&);
    Error want;
  };
  const Case kCases[] = {
      {[](kg::Extraction& e) { e.source.id.clear(); },
       {.code = ErrorCode::invalid, .message = "cannot store a document without an id"}},
      {[](kg::Extraction& e) { e.source.text.clear(); },
       {.code = ErrorCode::invalid,
        .message = "cannot store document 'a/1': its entity 1 has the span [0,8), which is not inside the text of 0 "
                   "bytes"}},
      {[](kg::Extraction& e) {
         e.claims[0].cue_spans = {{13, 9}};
       },
       {.code = ErrorCode::invalid,
        .message = "cannot store document 'a/1': its claim 1 has the span [13,9), which is not inside the text of 27 "
                   "bytes"}},
      {[](kg::Extraction& e) { e.stances[0].target = kg::EntityIndex{2}; },
       {.code = ErrorCode::invalid, .message = "cannot store document 'a/1': its stance 1 names entity 3 of 2"}},
      {[](kg::Extraction& e) { e.claims[0].about = {kg::EntityIndex{9}}; },
       {.code = ErrorCode::invalid, .message = "cannot store document 'a/1': its claim 1 names entity 10 of 2"}},
      {[](kg::Extraction& e) { e.claims[0].within = kg::ClaimIndex{1}; },
       {.code = ErrorCode::invalid, .message = "cannot store document 'a/1': its claim 1 names claim 2 of 1"}},
      {[](kg::Extraction& e) { e.stances[0].confidence = 1.5; },
       {.code = ErrorCode::invalid,
        .message = "cannot store document 'a/1': its stance 1 has the confidence 1.5, which is not from 0 to 1"}},
      {[](kg::Extraction& e) { e.entities[1].aliases = {std::string(4097, 'x')}; },
       {.code = ErrorCode::limit,
        .message = "cannot store document 'a/1': its entity 2 has a name of 4097 bytes, more than 4096"}},
  };
  const StoreFolder folder;
  {
    Store store = folder.write();
    for (const Case& c : kCases) {
      CAPTURE(c.want.message);
      kg::Extraction wrong = article("a/1");
      c.spoil(wrong);
      const auto status = store.put(wrong, "");
      REQUIRE_FALSE(status.has_value());
      CHECK(status.error() == c.want);
    }
  }
  CHECK(dump_rows(folder.path()).size() == 2);  // the format version and the counts
}

TEST_CASE("put: the edges of what can be stored") {
  const StoreFolder folder;
  Store store = folder.write();
  kg::Extraction empty;
  empty.source.id = std::string("\0", 1);
  CHECK(store.put(empty, "").has_value());
  kg::Extraction long_name = article("a/1");
  long_name.entities[0].name = std::string(4096, 'x');
  long_name.claims[0].content_spans = {{27, 27}};
  CHECK(store.put(long_name, std::string(100000, 'f')).has_value());
  CHECK(store.snapshot().entities_named(std::string(4096, 'X')).value().size() == 1);
  CHECK(store.fingerprint_of("a/1").value()->size() == 100000);
}

TEST_CASE("put, remove, sync: refused by a store that is open for reading") {
  const StoreFolder folder;
  CHECK(folder.write().put(article("a/1"), "").has_value());
  Store reader = folder.read();
  const std::string want = "cannot write to store '" + folder.path() + "': it is open for reading only";
  CHECK(reader.put(article("a/2"), "").error() == Error{.code = ErrorCode::usage, .message = want});
  CHECK(reader.remove("a/1").error().message == want);
  CHECK(reader.sync().error().message == want);
}

// Gives the row at `from` the key `to`, so that it looks as if it had that hash.
void move_row(const std::string& path, Family family, const std::string& from, const std::string& to) {
  auto db = Db::open(path, Access::write);
  REQUIRE(db.has_value());
  const auto value = Moment(*db).get(family, from);
  REQUIRE(value.value().has_value());
  REQUIRE((*db)->write({}, {{{family, to}, **value}}).has_value());
}

TEST_CASE("put: another document or entity with the same id is a collision, and nothing changes") {
  const StoreFolder folder;
  CHECK(folder.write().put(article("a/1"), "").has_value());
  const kg::DocumentId first = kg::document_id("a/1");
  const kg::EntityId bo = kg::entity_id(kg::EntityType::person, "Bo");
  move_row(folder.path(), Family::documents, encode_document_key(first), encode_document_key(kg::document_id("a/2")));
  move_row(folder.path(), Family::sums, entity_prefix(kg::entity_id(kg::EntityType::person, "Ana Vela")),
           entity_prefix(bo));
  // As the document of the other name is now said to have facts, it must have them.
  move_row(folder.path(), Family::claims, encode_fact_key({first, 0}), encode_fact_key({kg::document_id("a/2"), 0}));
  move_row(folder.path(), Family::stances, encode_fact_key({first, 0}), encode_fact_key({kg::document_id("a/2"), 0}));
  for (const auto& [type, name] : {std::pair{kg::EntityType::person, "Ana Vela"}, {kg::EntityType::place, "Tarn"}}) {
    const kg::EntityId id = kg::entity_id(type, name);
    move_row(folder.path(), Family::entities, encode_entity_key({id, first}),
             encode_entity_key({id, kg::document_id("a/2")}));
  }
  const auto before = dump_rows(folder.path());
  {
    Store store = folder.write();
    const std::string hint = "ids are hashes of 64 bits, and these two are the same by accident: rename one of them";
    CHECK(store.put(article("a/2"), "").error() ==
          Error{.code = ErrorCode::invalid,
                .message = fmt::format("cannot store document 'a/2': its id {:016x} is that of document 'a/1'",
                                       static_cast<std::uint64_t>(kg::document_id("a/2"))),
                .hint = hint});
    CHECK_FALSE(store.remove("a/2").value());
    CHECK(store.fingerprint_of("a/2").value() == std::nullopt);
    kg::Extraction other = article("a/4");
    other.entities[0].name = "BO";
    CHECK(store.put(other, "").error() ==
          Error{.code = ErrorCode::invalid,
                .message = fmt::format("cannot store document 'a/4': the id {:016x} of its person 'BO' is that of "
                                       "person 'Ana Vela'",
                                       static_cast<std::uint64_t>(bo)),
                .hint = hint});
  }
  const bool unchanged = dump_rows(folder.path()) == before;
  CHECK(unchanged);
}

TEST_CASE("visitors: stop when they say so") {
  const StoreFolder folder;
  Store store = folder.write();
  for (int i = 0; i < 200; ++i) REQUIRE(store.put(article(fmt::format("a/{}", i)), "").has_value());
  const Snapshot snapshot = store.snapshot();
  const IndexPlace by_vela{.index = IndexPlace::Index::from, .from = kg::entity_id(kg::EntityType::person, "Ana Vela")};
  const auto ids = ids_at(snapshot, FactKind::claim, by_vela).value();
  for (const std::size_t most : {1U, 63U, 64U, 65U, 128U, 200U}) {
    CAPTURE(most);
    std::size_t seen = 0;
    const auto count = [&](const auto&) { return ++seen < most; };
    CHECK(snapshot.notes(FactKind::claim, by_vela, {}, count).has_value());
    CHECK(seen == most);
    seen = 0;
    CHECK(snapshot.claims_of(ids, count).has_value());
    CHECK(seen == most);
    seen = 0;
    CHECK(snapshot.claims(count).has_value());
    CHECK(seen == most);
    seen = 0;
    CHECK(snapshot.documents(count).has_value());
    CHECK(seen == most);
  }
  std::size_t seen = 0;
  CHECK(snapshot.entities([&](const auto&) { return ++seen < 1; }).has_value());
  CHECK(seen == 1);
}

// So many of one word that the search for the rarest word has to go on behind where it first stops.
TEST_CASE("entities_with_words: several words, common and rare, in any order") {
  constexpr int kPorts = 700;
  kg::Extraction ports{.source = {.id = "ports", .text = "Ports."}};
  for (int i = 0; i < kPorts; ++i) {
    const char* kind = i == 7 ? "Quill" : i % 2 == 0 ? "North" : "South";
    ports.entities.push_back({.name = fmt::format("Port {} N{}", kind, i), .mentions = {{{0, 5}}}});
  }
  const StoreFolder folder;
  Store store = folder.write();
  REQUIRE(store.put(ports, "").has_value());
  struct Case {
    const char* words;
    std::size_t want;
  };
  const Case kCases[] = {{"port", 700},      {"port quill", 1},      {"quill port", 1}, {"North port", 350},
                         {"north south", 0}, {"port nobody", 0},     {"nobody", 0},     {"n7 quill port", 1},
                         {"n7 north", 0},    {"south port n699", 1}, {"", 700}};
  for (const auto& c : kCases) {
    CAPTURE(c.words);
    std::size_t found = 0;
    CHECK(store.snapshot().entities_with_words(c.words, [&](const auto&) { return ++found > 0; }).has_value());
    CHECK(found == c.want);
  }
}

TEST_CASE("snapshot: one state while a writer works, and readable after its store has gone") {
  const StoreFolder folder;
  std::optional<Store> store = folder.write();
  std::atomic<bool> done = false;
  std::thread writer([&] {
    for (int i = 0; i < 300; ++i) {
      if (!store->put(article(fmt::format("a/{}", i % 40)), "").has_value()) std::abort();
      if (i % 3 == 0 && !store->remove(fmt::format("a/{}", i % 40)).has_value()) std::abort();
    }
    done = true;
  });
  do {
    const Snapshot snapshot = store->snapshot();
    std::uint64_t documents = 0;
    std::uint64_t claims = 0;
    CHECK(snapshot.documents([&](const auto&) { return ++documents > 0; }).has_value());
    CHECK(snapshot.claims([&](const auto&) { return ++claims > 0; }).has_value());
    CHECK(documents == claims);  // each document has one
    CHECK(snapshot.stats()->documents == documents);
  } while (!done);
  writer.join();
  const Snapshot snapshot = store->snapshot();
  store.reset();
  CHECK(snapshot.stats()->documents == 27);
  CHECK(Store::open(folder.path(), {.mode = Mode::read_write}).error().code == ErrorCode::locked);
}

}  // namespace
}  // namespace claimgraph::store
