#include "claimgraph/nlp/tree_drawing.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <random>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "claimgraph/base/utf8.h"
#include "claimgraph/nlp/conllu.h"
#include "conllu_rows.h"
#include "nlp/tree_lines.h"

namespace claimgraph::nlp {
namespace {

std::string drawn(const std::string& text, std::size_t width = 80) {
  Diagnostics findings;
  const auto documents = parse_conllu(rows(text), "x", std::make_shared<const Interner>(), findings);
  CHECK(dump(findings) == "");
  REQUIRE(documents.size() == 1);
  return draw_tree(documents[0], documents[0].sentences.front(), width);
}

// `count` words, each the head of the one before it.
std::string chain(int count) {
  std::string out;
  for (int i = 1; i <= count; ++i) {
    out += std::to_string(i) + " word" + std::to_string(i) + " _ NOUN _ _ " + std::to_string(i == count ? 0 : i + 1) +
           " dep _ _\n";
  }
  return out;
}

TEST_CASE("draw_tree: dependents stand above and below their heads") {
  CHECK(drawn("1 Foreign _ ADJ _ _ 2 amod _ _\n2 Minister _ NOUN _ _ 3 nmod:desc _ _\n"
              "3 Ana _ PROPN _ _ 5 nsubj _ Name=B-PER\n4 Vela _ PROPN _ _ 3 flat _ Name=I-PER\n"
              "5 backs _ VERB _ _ 0 root _ _\n6 the _ DET _ _ 8 det _ _\n7 new _ ADJ _ _ 8 amod _ _\n"
              "8 toll _ NOUN _ _ 5 obj _ _\n9 now _ ADV _ _ 5 advmod _ _\n10 . _ PUNCT _ _ 5 punct _ _\n") ==
        " 1       ┌─ Foreign  amod       ADJ\n"
        " 2    ┌─ Minister    nmod:desc  NOUN\n"
        " 3 ┌─ Ana            nsubj      PROPN  PER\n"
        " 4 │  └─ Vela        flat       PROPN  PER\n"
        " 5 backs             root       VERB\n"
        " 6 │  ┌─ the         det        DET\n"
        " 7 │  ├─ new         amod       ADJ\n"
        " 8 ├─ toll           obj        NOUN\n"
        " 9 ├─ now            advmod     ADV\n"
        "10 └─ .              punct      PUNCT\n");
}

TEST_CASE("draw_tree: several roots, crossing branches, a word alone") {
  CHECK(drawn("1 a _ X _ _ 3 x _ _\n2 b _ X _ _ 0 root _ _\n3 c _ X _ _ 0 root _ _\n4 d _ X _ _ 2 x _ _\n") ==
        "2 b     root  X\n"
        "4 └─ d  x     X\n"
        "1 ┌─ a  x     X\n"
        "3 c     root  X\n");
  CHECK(drawn("1 a _ _ _ _ 0 root _ _\n") == "1 a  root\n");
}

TEST_CASE("draw_tree: without syntax, words and lemmas") {
  CHECK(drawn("1 Go go VERB _ _ _ _ _ _\n2 north north ADV _ _ _ _ _ Name=B-LOC\n") ==
        "1 Go     go     VERB\n"
        "2 north  north  ADV   LOC\n");
}

TEST_CASE("draw_tree: columns count what a terminal shows") {
  CHECK(drawn("1 北京 _ X _ _ 2 x _ _\n2 e\u0301t\u00E9 _ X _ _ 0 root _ _\n") ==
        "1 ┌─ 北京  x     X\n"
        "2 e\u0301t\u00E9      root  X\n");
}

TEST_CASE("draw_tree: a narrow terminal") {
  const std::string deep = drawn(chain(12), 40);
  CHECK(
      deep.ends_with("10  ┌word10          dep  NOUN\n"
                     "11 ┌word11           dep  NOUN\n"
                     "12 word12            dep  NOUN\n"));
  CHECK(drawn("1 pneumonoultramicroscopicsilicovolcanoconiosis _ NOUN _ _ 0 root _ _\n", 40) ==
        "1 pneumonoultramicroscopics…  root  NOUN\n");
  const std::string deepest = drawn(chain(300), 40);
  CHECK(deepest.find("  1 …               ┌word1    dep  NOUN\n") != std::string::npos);
  for (const std::string& text : {deep, deepest}) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) CHECK(display_width(line) <= 40);
  }
}

// The slow twin: whether a branch passes a line is told from the lines themselves.
TEST_CASE("tree_lines: each word once, branches between a head and its dependents") {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    const std::uint32_t count = 1 + static_cast<std::uint32_t>(random() % 12);
    std::vector<std::uint32_t> order(count), heads(count);
    std::iota(order.begin(), order.end(), 0U);
    std::shuffle(order.begin(), order.end(), random);
    for (std::uint32_t i = 0; i < count; ++i) heads[order[i]] = i == 0 ? order[0] : order[random() % i];
    const auto lines = tree_lines(heads, {0, count});
    REQUIRE(lines.size() == count);
    std::vector<std::size_t> line_of(count);
    for (std::size_t i = 0; i < count; ++i) line_of[lines[i].token] = i;
    for (std::size_t i = 0; i < count; ++i) {
      const TreeLine& line = lines[i];
      REQUIRE(line.branches.size() == line.depth);
      // Level by level from the word up: the branch of each word above it.
      std::uint32_t at = line.token;
      for (std::size_t level = line.depth; level-- > 0; at = heads[at]) {
        std::size_t top = line_of[heads[at]], bottom = top;  // what the branch reaches
        for (std::uint32_t other = 0; other < count; ++other) {
          if (other == heads[at] || heads[other] != heads[at]) continue;
          CHECK((other < heads[at]) == (line_of[other] < line_of[heads[at]]));
          top = std::min(top, line_of[other]);
          bottom = std::max(bottom, line_of[other]);
        }
        const Branch wanted = at == line.token ? (i == top      ? Branch::first
                                                  : i == bottom ? Branch::last
                                                                : Branch::between)
                                               : (top < i && i < bottom ? Branch::passing : Branch::none);
        CHECK(line.branches[level] == wanted);
      }
    }
  }
}

}  // namespace
}  // namespace claimgraph::nlp
