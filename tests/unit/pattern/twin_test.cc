// The matcher against its slow twin, on generated patterns and documents.
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "claimgraph/pattern/dispatch.h"
#include "claimgraph/pattern/pattern.h"
#include "claimgraph/pattern/stages.h"
#include "claimgraph/pattern/trace.h"
#include "model/generator.h"
#include "model/hand_document.h"
#include "model/naive_matcher.h"
#include "pattern/parser.h"

namespace claimgraph::pattern {
namespace {

class Generator : public model::Generator {
 public:
  using model::Generator::Generator;

  std::string pattern(int depth) {
    std::string out = sequence(depth);
    while (below(4) == 0) out += " | " + sequence(depth);
    return out;
  }

  std::string document(std::uint32_t tokens) {
    std::string out;
    for (std::uint32_t i = tokens; i > 0; --i) {
      out += pick({"a", "b", "c", "A", "\""}) + "/" + pick({"NOUN", "VERB"}) + "/" + pick({"a", "b"});
      out += below(5) == 0 ? "\n" : below(9) == 0 ? "\n\n" : " ";
    }
    return out;
  }

  // Of a document of so many tokens: most often all of it.
  TokenRange window(std::uint32_t tokens) {
    const std::uint32_t begin = below(3) == 0 ? below(tokens) : 0;
    return {begin, below(3) == 0 ? begin + below(tokens - begin + 1) : tokens};
  }

  // A short one before, behind or around a place.
  TokenRange window_about(std::uint32_t place) {
    const std::uint32_t begin = place - 8 + below(12);
    return {begin, begin + below(12)};
  }

  void label(Layer& layer, std::uint32_t tokens, Interner& symbols) {
    model::Generator::label(
        {.labels = {"L", "M"}, .features = {{.name = "f", .values = {"x", "y"}}, {.name = "g", .values = {"x", "y"}}}},
        tokens, layer, symbols);
  }

 private:
  std::string sequence(int depth) {
    std::string out = step(depth);
    while (below(5) < 3) out += " " + step(depth);
    return out;
  }

  std::string step(int depth) {
    std::string out = atom(depth);
    if (below(3) != 0) return out;
    out += pick({"?", "*", "+", "{2}", "{1,2}", "{,2}", "{2,}", "{0,3}"});
    if (below(3) == 0) out += "?";
    return out;
  }

  std::string atom(int depth) {
    switch (below(depth > 0 ? 14 : 7)) {
      case 0:
      case 1: return pick({"a", "b", "\"c\"", "\"A\"", "/[ab]/"});
      case 2: return "[]";
      case 3: return "[" + test(2) + "]";
      case 4: return "@" + pick({"L", "M"});
      case 5: return "@" + pick({"L", "M"}) + "[" + features(1) + "]";
      case 6: return pick({"<s>", "</s>", "<p>", "</p>", "$d", "$e", "$d", "$e"});
      case 7:
      case 8: return "(" + pattern(depth - 1) + ")";
      case 9:
      case 10: return "(?<" + pick({"u", "v", "w"}) + "> " + pattern(depth - 1) + ")";
      default: return pick({"(?= ", "(?! ", "(?<= ", "(?<! "}) + pattern(depth - 1) + ")";
    }
  }

  std::string test(int depth) {
    if (depth == 0 || below(2) == 0) {
      return pick({"word=a", "word!=A", "norm={a, b}", "lemma=a", "upos=NOUN", "upos!=NOUN", "quoted", "in=L", "in!=M",
                   "in={L, M}", "L.f=x", "L.f!=x", "M.g", "in=L[f=x & g=y]", "in!=L[g!=x]", "norm=/[bc]/", "word=/a/i",
                   "shape=X", "shape=/x/"});
    }
    switch (below(3)) {
      case 0: return "!(" + test(depth - 1) + ")";
      case 1: return "(" + test(depth - 1) + " & " + test(depth - 1) + ")";
      default: return "(" + test(depth - 1) + " | " + test(depth - 1) + ")";
    }
  }

  std::string features(int depth) {
    if (depth == 0 || below(2) == 0) return pick({"f=x", "f!=x", "g", "!g", "g={x, y}", "f=/[xz]/"});
    return "(" + features(depth - 1) + ")" + pick({" & ", " | "}) + features(depth - 1);
  }
};

Scheme scheme_with(Generator& generator) {
  Scheme scheme;
  scheme.labels = {{"L", {"f", "g"}}, {"M", {"f", "g"}}};
  scheme.definitions["d"] = {.text = generator.pattern(1), .where = {.file = "d", .line = 1, .column = 1}};
  scheme.definitions["e"] = {.text = "a | $d b", .where = {.file = "e", .line = 1, .column = 1}};
  return scheme;
}

std::map<std::string, ast::Node> parsed(const Scheme& scheme) {
  std::map<std::string, ast::Node> out;
  for (const auto& [name, definition] : scheme.definitions) {
    Diagnostics findings;
    const SourceView source{.text = definition.text, .where = definition.where};
    if (auto node = parse(source, findings)) out.emplace(name, std::move(*node));
  }
  return out;
}

std::vector<model::NaiveMatch> by_name(const Pattern& pattern, const std::vector<Match>& matches) {
  std::vector<model::NaiveMatch> out;
  for (const auto& match : matches) {
    out.push_back({.tokens = match.tokens, .captures = {}});
    for (std::size_t i = 0; i < match.captures.size(); ++i) {
      if (match.captures[i]) out.back().captures[pattern.captures()[i]] = *match.captures[i];
    }
  }
  return out;
}

std::string shown(const std::vector<model::NaiveMatch>& matches) {
  std::string out;
  for (const auto& match : matches) {
    out += std::to_string(match.tokens.begin) + "-" + std::to_string(match.tokens.end);
    for (const auto& [name, tokens] : match.captures) {
      out += " " + name + "=" + std::to_string(tokens.begin) + "-" + std::to_string(tokens.end);
    }
    out += "\n";
  }
  return out;
}

struct Counts {
  int compiled = 0;
  int matched = 0;
  int too_long = 0;
  int ruled_out = 0;
};

// The trace finds what the matcher finds, and its steps take the tokens of the match from the first to the last.
void check_trace(const Trace& trace, const std::vector<Match>& matches, TokenRange window) {
  REQUIRE(trace.matches.size() == matches.size());
  CHECK(trace.complete);
  CHECK(trace.nearest.has_value() == (matches.empty() && !window.empty()));
  for (std::size_t i = 0; i < matches.size(); ++i) {
    REQUIRE(trace.matches[i].match == matches[i]);
    std::uint32_t at = matches[i].tokens.begin;
    for (const auto& step : trace.matches[i].steps) {
      REQUIRE(step.tokens.begin == at);
      at = step.tokens.end;
    }
    REQUIRE(at == matches[i].tokens.end);
  }
  if (!trace.nearest) return;
  CHECK(!trace.nearest->wanted.empty());
  CHECK(trace.nearest->stopped <= window.end);
}

// Where a pattern matches, the dispatch says that it may; and what patterns share changes nothing, before and after
// something has been labelled. Whether it may.
bool check_dispatch(const std::vector<const Pattern*>& patterns, const nlp::AnnotatedDocument& document,
                    const Layer& layer, TokenRange window, const std::vector<Match>& want) {
  const Dispatch dispatch(patterns);
  Candidates candidates;
  candidates.assign(dispatch, document);
  Layer growing(document.size());
  Matcher matcher;
  std::vector<Match> unlabelled, got;
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    matcher.find_all(*patterns[i], i, candidates, growing, {&window, 1}, unlabelled);
  }
  for (std::uint32_t i = 0; i < layer.size(); ++i) {
    growing.add(layer[i].tokens, layer[i].label, layer.features(layer[i]));
  }
  candidates.update(growing);
  const bool may = candidates.anywhere(1) && (window.empty() || candidates.within(1, window));
  REQUIRE((may || want.empty()));
  matcher.find_all(*patterns[1], 1, candidates, growing, {&window, 1}, got);
  REQUIRE(got == want);
  return may;
}

// Runs one pattern over several documents and windows with both matchers.
void compare(std::uint32_t seed, Counts& counts, Matcher& matcher) {
  Generator generator(seed);
  const Scheme scheme = scheme_with(generator);
  const std::string text = generator.pattern(3);
  const SourcePos where{.file = "p", .line = 1, .column = 1};
  auto vocabulary = std::make_shared<Interner>();
  Diagnostics findings;
  const auto pattern = Pattern::compile(text, where, scheme, *vocabulary, findings);
  if (!pattern) return;
  ++counts.compiled;
  // Of the same words, so that it asks much of the same.
  const auto other =
      Pattern::compile("a | [upos=NOUN]? @L[f=x] | (?= [norm=/[bc]/]) $d", where, scheme, *vocabulary, findings);
  if (!other) return;
  const auto node = parse({.text = text, .where = where}, findings);
  const auto definitions = parsed(scheme);
  for (int i = 0; i < 5; ++i) {
    const bool is_long = i == 4;
    const std::string written = generator.document(is_long ? 80 + generator.below(80) : 3 + generator.below(8));
    auto document = model::hand_document(written, vocabulary);
    const auto size = static_cast<std::uint32_t>(document.size());
    Layer layer(size);
    for (int more = is_long ? 10 : 1; more > 0; --more) generator.label(layer, size, document.symbols);
    const TokenRange window = is_long ? generator.window_about(64) : generator.window(size);
    const auto want = model::naive_find_all(*node, definitions, document, layer, window, 20000);
    counts.too_long += want ? 0 : 1;
    if (!want) continue;
    std::vector<Match> got;
    matcher.find_all(*pattern, document, layer, window, got);
    counts.matched += got.empty() ? 0 : 1;
    const std::string labels = dump(layer, document.symbols);
    CAPTURE(seed);
    CAPTURE(text);
    CAPTURE(scheme.definitions.at("d").text);
    CAPTURE(written);
    CAPTURE(labels);
    CAPTURE(window.begin);
    CAPTURE(window.end);
    REQUIRE(shown(by_name(*pattern, got)) == shown(*want));
    check_trace(trace(*pattern, document, layer, window), got, window);
    counts.ruled_out += check_dispatch({&*other, &*pattern}, document, layer, window, got) ? 0 : 1;
  }
}

TEST_CASE("Matcher: agrees with the naive matcher") {
  Counts counts;
  Matcher matcher;
  for (std::uint32_t seed = 0; seed < 5000; ++seed) compare(seed, counts, matcher);
  // So that the generator cannot come to make nothing but rejects.
  CHECK(counts.compiled > 1000);
  CHECK(counts.matched > 900);
  CHECK(counts.too_long < 50);
  CHECK(counts.ruled_out > 100);
}

TEST_CASE("dump: the syntax parses to the same and gives the same program") {
  int compiled = 0;
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    Generator generator(seed);
    const Scheme scheme = scheme_with(generator);
    const std::string text = generator.pattern(3);
    const SourcePos where{.file = "p", .line = 1, .column = 1};
    Interner vocabulary;
    Diagnostics findings;
    CAPTURE(text);
    const auto syntax = dump(Stage::syntax, text, where, scheme, vocabulary, findings);
    REQUIRE(syntax);
    CHECK(dump(Stage::syntax, *syntax, where, scheme, vocabulary, findings) == syntax);
    const auto program = dump(Stage::program, text, where, scheme, vocabulary, findings);
    compiled += program ? 1 : 0;
    CHECK(dump(Stage::program, *syntax, where, scheme, vocabulary, findings) == program);
  }
  CHECK(compiled > 200);
}

}  // namespace
}  // namespace claimgraph::pattern
