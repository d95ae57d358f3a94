#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "claimgraph/pattern/pattern.h"
#include "model/hand_document.h"

namespace claimgraph::pattern {
namespace {

Pattern compiled(std::string_view text, Interner& vocabulary) {
  Diagnostics findings;
  auto pattern = Pattern::compile(text, {}, {.labels = {{"L", {}}}, .definitions = {}}, vocabulary, findings);
  REQUIRE_MESSAGE(pattern, dump(findings));
  return std::move(*pattern);
}

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

std::vector<Match> find_all(const Pattern& pattern, const nlp::AnnotatedDocument& document, const Layer& layer) {
  std::vector<Match> out;
  Matcher().find_all(pattern, document, layer, {0, static_cast<std::uint32_t>(document.size())}, out);
  return out;
}

// Anything that is not linear takes minutes here.
TEST_CASE("Matcher: linear in the window, whatever the pattern") {
  struct Case {
    const char* pattern;
    std::size_t matches;
  };
  constexpr Case kCases[] = {
      {"a []* z", 0},                      // every start runs to the end in vain
      {"a []* z | a", 20000},              // so does every match
      {"a (?= []* z)", 0},                 // and every lookahead
      {"a (?! []* z) | a", 20000},         // ... negated
      {"a (?= []* a)", 19999},             // ... and in success
      {"(?<= z []*) a | a", 20000},        // and lookbehind
      {"(a | a a | a a a)+ z", 0},         // exponentially many ways
      {"(?<x> a+){3} (a? a){20} z", 0},    //
      {"(@L | a)+ z", 0},                  // labels of several lengths
      {"(?= (a (?= a* z) | a)* z) a", 0},  // lookarounds in lookarounds
  };
  auto vocabulary = std::make_shared<Interner>();
  std::vector<Pattern> patterns;
  for (const auto& c : kCases) patterns.push_back(compiled(c.pattern, *vocabulary));
  const Symbol label = vocabulary->intern("L");
  const auto document = model::hand_document(repeated("a ", 20000) + "y", vocabulary);
  Layer layer(document.size());
  for (std::uint32_t token = 0; token + 3 < document.size(); ++token) {
    layer.add({token, token + 1}, label, {});
    layer.add({token, token + 3}, label, {});
  }
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    CAPTURE(kCases[i].pattern);
    CHECK(find_all(patterns[i], document, layer).size() == kCases[i].matches);
  }
}

TEST_CASE("Matcher: what it remembers of one document does not leak into the next") {
  auto vocabulary = std::make_shared<Interner>();
  const Pattern pattern = compiled("[word=/x+/]", *vocabulary);
  Matcher matcher;
  for (const char* text : {"xx yy", "yy xx", "xx xx", "a-word-of-more-than-twenty-two-bytes xx"}) {
    const auto document = model::hand_document(text, vocabulary);
    const Layer layer(document.size());
    std::vector<Match> got;
    matcher.find_all(pattern, document, layer, {0, 2}, got);
    std::vector<TokenRange> want;
    for (std::uint32_t i = 0; i < 2; ++i) {
      if (document.word(i) == "xx") want.push_back({i, i + 1});
    }
    REQUIRE(got.size() == want.size());
    for (std::size_t i = 0; i < got.size(); ++i) CHECK(got[i].tokens == want[i]);
  }
}

TEST_CASE("Matcher: appends, and finds nothing in an empty window") {
  auto vocabulary = std::make_shared<Interner>();
  const Pattern pattern = compiled("a", *vocabulary);
  const auto document = model::hand_document("a b a", vocabulary);
  const Layer layer(document.size());
  Matcher matcher;
  std::vector<Match> got;
  matcher.find_all(pattern, document, layer, {1, 1}, got);
  CHECK(got.empty());
  matcher.find_all(pattern, document, layer, {0, 2}, got);
  matcher.find_all(pattern, document, layer, {1, 3}, got);
  REQUIRE(got.size() == 2);
  CHECK(got[0].tokens == TokenRange{0, 1});
  CHECK(got[1].tokens == TokenRange{2, 3});
}

TEST_CASE("Pattern: captures are known by name") {
  Interner vocabulary;
  const Pattern pattern = compiled("(?<b> x) (?<a> y | (?<c> z))", vocabulary);
  CHECK(pattern.captures().size() == 3);
  for (const char* name : {"a", "b", "c"}) {
    REQUIRE(pattern.capture(name));
    CHECK(pattern.captures()[*pattern.capture(name)] == name);
  }
  CHECK(!pattern.capture("d"));
}

}  // namespace
}  // namespace claimgraph::pattern
