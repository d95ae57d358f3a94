#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "claimgraph/kg/record.h"
#include "newsroom.h"

namespace claimgraph::pipeline {
namespace {

// Everything that a run gives and says, in its order.
std::string run(Newsroom& newsroom, const std::string& input, unsigned threads) {
  std::string out;
  newsroom.said.clear();
  const auto counts = extract(newsroom.resources(), {input}, {.threads = threads}, newsroom.listener(),
                              [&](const kg::Extraction& extraction) { out += kg::dump(extraction) + "\n"; });
  REQUIRE_MESSAGE(counts.has_value(), (counts ? "" : claimgraph::dump(counts.error())));
  for (const auto& line : newsroom.said) out += line + "\n";
  return out + dump(*counts);
}

TEST_CASE("extract: the same bytes for any number of threads, bad documents told in their place") {
  Newsroom newsroom;
  auto lines = articles(60);
  lines[30] = R"({"id":"bad")";
  lines[45] = R"({"id":"no text"})";
  const auto input = newsroom.write("news.jsonl", lines);
  const std::string want = run(newsroom, input, 1);
  CHECK(want.ends_with("documents 58, unchanged 0, skipped 2, warnings 0 (0 of limits), removed 0"));
  REQUIRE(newsroom.said.size() == 2);
  CHECK(newsroom.said[0].starts_with("news.jsonl:31"));
  CHECK(newsroom.said[1].starts_with("news.jsonl:46"));
  CHECK(want.find("\"stances\":[{") != std::string::npos);
  CHECK(run(newsroom, input, 2) == want);
  CHECK(run(newsroom, input, 8) == want);
}

TEST_CASE("extract: a sentence that is cut is a warning about its document") {
  Newsroom newsroom;
  std::string words = "Ada says";
  for (int i = 0; i < 500; ++i) words += " ships and";
  const auto input = newsroom.write(
      "news.jsonl", {R"({"id":"short","text":"Ada says no."})", R"({"id":"long","text":"No. )" + words + R"( all."})"});
  const std::string got = run(newsroom, input, 1);
  CHECK(newsroom.said ==
        std::vector<std::string>{"warning: document 'long': 1 sentence of more than 1000 words, at byte 4, "
                                 "was cut, and rules see the parts apart (what has no full stop for so long is mostly "
                                 "a table or a list)"});
  CHECK(got.ends_with("documents 2, unchanged 0, skipped 0, warnings 1 (1 of limits), removed 0"));
}

TEST_CASE("extract: an input that is not there") {
  Newsroom newsroom;
  const auto counts = extract(newsroom.resources(), {newsroom.path("none.jsonl")}, {.threads = 2}, newsroom.listener(),
                              [](const kg::Extraction&) {});
  REQUIRE(!counts);
  CHECK(counts.error().code == ErrorCode::not_found);
}

}  // namespace
}  // namespace claimgraph::pipeline
