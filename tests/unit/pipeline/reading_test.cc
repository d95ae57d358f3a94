#include "pipeline/reading.h"

#include <string>

#include <doctest/doctest.h>

#include "newsroom.h"

namespace claimgraph::pipeline {
namespace {

TEST_CASE("Reading: documents in input order, then nothing") {
  const Newsroom newsroom;
  Reading reading({newsroom.write("a.jsonl", articles(3)), newsroom.write("b.jsonl", articles(2))}, {}, 2);
  std::string ids;
  while (const auto read = reading.next()) ids += std::get<text::Document>(*read).id + " ";
  CHECK(ids == "d0 d1 d2 d0 d1 ");
}

// Whether the reader waits for room, is about to, or has yet to begin.
TEST_CASE("Reading: ends at any moment when nobody takes any more") {
  const Newsroom newsroom;
  const auto input = newsroom.write("a.jsonl", articles(20));
  for (int taken = 0; taken < 200; ++taken) {
    Reading reading({input}, {}, 1);
    for (int i = 0; i < taken % 4; ++i) CHECK(reading.next());
  }
}

}  // namespace
}  // namespace claimgraph::pipeline
