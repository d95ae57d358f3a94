// Conditions on generated matches, against the slow twin.
#include <map>
#include <memory>
#include <string>

#include <doctest/doctest.h>

#include "claimgraph/pattern/pattern.h"
#include "claimgraph/pattern/stages.h"
#include "claimgraph/pattern/trace.h"
#include "model/generator.h"
#include "model/hand_document.h"
#include "model/naive_where.h"
#include "pattern/where_parser.h"

namespace claimgraph::pattern {
namespace {

class Generator : public model::Generator {
 public:
  using model::Generator::Generator;

  std::string where(int depth) {
    if (depth == 0 || below(3) == 0) return test();
    switch (below(4)) {
      case 0: return "not " + where(depth - 1);
      case 1: return "(" + where(depth - 1) + ")";
      case 2: return where(depth - 1) + " and " + where(depth - 1);
      default: return where(depth - 1) + " or " + where(depth - 1);
    }
  }

  std::string document() {
    std::string out;
    const std::uint32_t size = 4 + below(6);
    for (std::uint32_t i = 1; i <= size; ++i) {
      out += pick({"a", "b", "c", "\""}) + "/" + pick({"NOUN", "VERB"}) + "/" + pick({"l", "m"}) + "/" +
             std::to_string(below(size + 1)) + ":dep//" +
             pick({"_", "Number=Sing", "Gender=Fem|Number=Plur", "Gender=Masc"});
      out += i < size && below(6) == 0 ? "\n" : " ";
    }
    return out;
  }

  void label(Layer& layer, std::uint32_t tokens, Interner& symbols) {
    model::Generator::label({.most = 5,
                             .longest = 3,
                             .labels = {"L"},
                             .features = {{.name = "rank", .values = {"1", "2", "x"}},
                                          {.name = "number", .values = {"plural", "singular"}, .one_in = 3},
                                          {.name = "gender", .values = {"male", "female"}, .one_in = 3}}},
                            tokens, layer, symbols);
  }

 private:
  std::string capture() { return pick({"x", "y", "z"}); }
  std::string comparison() { return pick({" = ", " != ", " < ", " <= ", " > ", " >= "}); }
  std::string test() {
    switch (below(8)) {
      case 0: return capture();
      case 1: return capture() + pick({" before ", " after ", " within ", " overlaps "}) + capture();
      case 2: return capture() + pick({"[norm=a]", "[upos=VERB & !quoted]", "[in=L]", "[len<1 | lemma=l]"});
      case 3: return "distance(" + capture() + ", " + capture() + ")" + comparison() + pick({"0", "1", "2"});
      case 4: return "tokens(" + capture() + ")" + comparison() + pick({"1", "2"});
      case 5: return capture() + ".rank" + comparison() + capture() + ".rank";
      case 6: {
        const std::string field = pick({".norm", ".lemma", ".upos", ".feats.Number", ".gender"});
        return capture() + field + pick({" = ", " != "}) + capture() + field;
      }
      default:
        return pick({"agree", "same_sentence", "same_paragraph", "same_quotation", "same_words"}) + "(" + capture() +
               ", " + capture() + ")";
    }
  }
};

Scheme scheme() {
  Scheme scheme;
  scheme.labels = {{"L", {"rank", "number", "gender"}}};
  return scheme;
}

std::map<std::string, TokenRange> by_name(const Pattern& pattern, const Match& match) {
  std::map<std::string, TokenRange> out;
  for (std::size_t i = 0; i < match.captures.size(); ++i) {
    if (match.captures[i]) out[pattern.captures()[i]] = *match.captures[i];
  }
  return out;
}

constexpr const char* kPattern = "(?<x> []{1,2}) []{,2}? (?<y> b [norm!=a]?)? (?<z> [upos=VERB])";

TEST_CASE("Matcher: conditions hold where the slow twin says so") {
  int kept = 0, refused = 0;
  Matcher matcher;
  for (std::uint32_t seed = 0; seed < 3000; ++seed) {
    Generator generator(seed);
    const std::string text = generator.where(3);
    auto vocabulary = std::make_shared<Interner>();
    Diagnostics findings;
    CAPTURE(text);
    const auto free = Pattern::compile(kPattern, {}, scheme(), *vocabulary, findings);
    auto bound = Pattern::compile(kPattern, {}, scheme(), *vocabulary, findings);
    REQUIRE(bound->require(text, {}, scheme(), *vocabulary, findings));
    const auto where = parse_where({.text = text, .where = {}}, findings);
    const std::string written = generator.document();
    auto document = model::hand_document(written, vocabulary);
    Layer layer(document.size());
    generator.label(layer, static_cast<std::uint32_t>(document.size()), document.symbols);
    const TokenRange window{0, static_cast<std::uint32_t>(document.size())};
    std::vector<Match> all, want, got;
    matcher.find_all(*free, document, layer, window, all);
    matcher.find_all(*bound, document, layer, window, got);
    for (const auto& match : all) {
      const bool holds = model::naive_where(*where, by_name(*free, match), document, layer);
      if (holds) want.push_back(match);
      ++(holds ? kept : refused);
    }
    CAPTURE(written);
    CAPTURE(dump(layer, document.symbols));
    REQUIRE(got == want);
    const Trace traced = trace(*bound, document, layer, window);
    CHECK(traced.matches.size() == got.size());
    CHECK(traced.refused.size() == all.size() - got.size());
    for (const auto& match : traced.refused) {
      REQUIRE(match.refusals.size() == 1);
      CHECK_FALSE(match.refusals.front().tests.empty());
    }
  }
  CHECK(kept > 1000);
  CHECK(refused > 1000);
}

TEST_CASE("dump: a condition parses to the same and gives the same program") {
  const std::vector<std::string> captures = {"x", "y", "z"};
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    const std::string text = Generator(seed).where(4);
    Interner vocabulary;
    Diagnostics findings;
    CAPTURE(text);
    const auto dumped = [&](Stage stage, const std::string& of) {
      return dump_where(stage, of, {}, captures, scheme(), vocabulary, findings);
    };
    const auto syntax = dumped(Stage::syntax, text);
    REQUIRE(syntax);
    CHECK(dumped(Stage::syntax, *syntax) == syntax);
    CHECK(dumped(Stage::program, *syntax) == dumped(Stage::program, text));
  }
}

}  // namespace
}  // namespace claimgraph::pattern
