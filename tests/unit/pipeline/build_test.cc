#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "newsroom.h"

namespace claimgraph::pipeline {
namespace {

std::string built(Newsroom& newsroom, const std::string& input, store::Store& store, bool prune = false,
                  unsigned threads = 4) {
  newsroom.said.clear();
  BuildOptions options;
  options.threads = threads;
  options.prune = prune;
  const auto counts = build(newsroom.resources(), {input}, options, newsroom.listener(), store);
  return counts ? dump(*counts) : claimgraph::dump(counts.error());
}

std::string fingerprint(const store::Store& store, const std::string& id) {
  const auto found = store.fingerprint_of(id);
  REQUIRE(found.has_value());
  return found->value_or("none");
}

std::uint64_t claims(const store::Store& store) { return store.snapshot().stats()->claims; }

TEST_CASE("build: again changes nothing, a changed document replaces its facts, prune removes") {
  Newsroom newsroom;
  auto lines = articles(12);
  auto store = newsroom.open_store();
  CHECK(built(newsroom, newsroom.write("a.jsonl", lines), store) ==
        "documents 12, unchanged 0, skipped 0, warnings 0 (0 of limits), removed 0");
  const auto before = claims(store);
  const auto first = fingerprint(store, "d3");
  CHECK(built(newsroom, newsroom.path("a.jsonl"), store) ==
        "documents 12, unchanged 12, skipped 0, warnings 0 (0 of limits), removed 0");
  CHECK(claims(store) == before);

  lines[3] = article(20, "d3");  // three reports more
  lines.pop_back();
  CHECK(built(newsroom, newsroom.write("a.jsonl", lines), store) ==
        "documents 11, unchanged 10, skipped 0, warnings 0 (0 of limits), removed 0");
  CHECK(claims(store) == before + 3);
  CHECK(fingerprint(store, "d3") != first);
  CHECK(fingerprint(store, "d11") != "none");
  CHECK(built(newsroom, newsroom.path("a.jsonl"), store, true) ==
        "documents 11, unchanged 11, skipped 0, warnings 0 (0 of limits), removed 1");
  CHECK(fingerprint(store, "d11") == "none");
}

TEST_CASE("build: of an id that stands twice the later document stays, whatever the store held") {
  Newsroom newsroom;
  auto store = newsroom.open_store();
  // In files of their own: within one the reader warns too.
  newsroom.write("twice/a.jsonl", {article(1, "d")});
  newsroom.write("twice/b.jsonl", {article(2, "d")});
  newsroom.write("twice/c.jsonl", {article(2, "d")});
  const auto input = newsroom.path("twice");
  built(newsroom, newsroom.write("want.jsonl", {article(2, "d")}), store);
  const auto want = fingerprint(store, "d");
  for (const unsigned threads : {1U, 4U}) {
    CHECK(built(newsroom, input, store, false, threads) ==
          "documents 3, unchanged 1, skipped 0, warnings 2 (0 of limits), removed 0");
    CHECK(fingerprint(store, "d") == want);
    REQUIRE(newsroom.said.size() == 2);
    CHECK(newsroom.said[0] ==
          "warning: document 'd' stands twice in the input (the later one replaces the earlier one; give them ids of "
          "their own)");
  }
}

TEST_CASE("build: a document that cannot be stored is told of, and the rest goes on") {
  Newsroom newsroom;
  auto store = newsroom.open_store();
  auto lines = articles(3);
  lines[1] = R"({"id":"long","text":"Orlova left.","mentions":[{"span":[0,6],"name":")" + std::string(5000, 'x') +
             R"(","type":"person"}]})";
  CHECK(built(newsroom, newsroom.write("a.jsonl", lines), store) ==
        "documents 2, unchanged 0, skipped 1, warnings 0 (0 of limits), removed 0");
  REQUIRE(newsroom.said.size() == 1);
  CHECK(newsroom.said[0] ==
        "error: cannot store document 'long': its entity 1 has a name of 5000 bytes, more than 4096");
  CHECK(fingerprint(store, "d2") != "none");
}

TEST_CASE("build: an error of the store stops the run") {
  Newsroom newsroom;
  { auto made = newsroom.open_store(); }
  auto store = newsroom.open_store(store::Mode::read_only);
  CHECK(built(newsroom, newsroom.write("a.jsonl", articles(30)), store) ==
        "error: cannot write to store '" + newsroom.path("kg") + "': it is open for reading only");
  CHECK(newsroom.said.empty());
}

}  // namespace
}  // namespace claimgraph::pipeline
