// How near a pattern comes, and where it stops.
#include "claimgraph/pattern/trace.h"

#include <memory>
#include <string>

#include <doctest/doctest.h>

#include "model/hand_document.h"

namespace claimgraph::pattern {
namespace {

const Scheme& scheme() {
  static const Scheme scheme{.labels = {{"Name", {}}},
                             .definitions = {{"say", {.text = "[lemma=say] | $told", .where = {}}},
                                             {"told", {.text = "told [upos=PRON]", .where = {}}}}};
  return scheme;
}

// The words of `tokens`, or where they would stand.
std::string words(const nlp::AnnotatedDocument& document, TokenRange tokens) {
  return tokens.empty() ? "-" : std::string(document.text(tokens));
}

std::string word_at(const nlp::AnnotatedDocument& document, std::uint32_t token) {
  return token < document.size() ? std::string(document.word(token)) : "the end";
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const auto& part : parts) out += " " + part;
  return out;
}

std::string shown(const TracedArgument& argument, const nlp::AnnotatedDocument& document) {
  constexpr const char* kOutcomes[] = {"found", "absent", "missing", "unwanted", "empty"};
  std::string out = argument.name + " " + kOutcomes[static_cast<int>(argument.outcome)] + ":";
  for (const auto word : argument.way) out += " " + std::string(document.word(word));
  for (const auto& end : argument.dead_ends) {
    out += " at " + std::string(document.word(end.word)) + " no" + joined(end.wanted);
  }
  return out + "\n";
}

std::string shown(const Trace& trace, const nlp::AnnotatedDocument& document) {
  std::string out;
  const auto steps = [&](const std::vector<TracedStep>& all) {
    for (const auto& step : all) {
      out +=
          step.step + " " + words(document, step.tokens) + (step.capture.empty() ? "" : " in " + step.capture) + "\n";
    }
  };
  for (const auto& match : trace.matches) {
    out += "match " + words(document, match.match.tokens) + "\n";
    steps(match.steps);
  }
  if (trace.nearest) {
    steps(trace.nearest->steps);
    out += "stopped at " + word_at(document, trace.nearest->stopped) + ", no" + joined(trace.nearest->wanted) + "\n";
  }
  for (const auto& trigger : trace.triggers) {
    out += "trigger " + words(document, trigger.tokens) + "\n";
    for (const auto& argument : trigger.arguments) out += shown(argument, document);
  }
  return out + (trace.no_syntax ? "no syntax\n" : "");
}

std::string traced(const char* text, const char* sentence, bool tree = false) {
  auto vocabulary = std::make_shared<Interner>();
  Diagnostics findings;
  const auto pattern = tree ? Pattern::compile_tree(text, {}, scheme(), *vocabulary, findings)
                            : Pattern::compile(text, {}, scheme(), *vocabulary, findings);
  REQUIRE_MESSAGE(pattern, dump(findings));
  const auto document = model::hand_document(sentence, vocabulary);
  const Layer layer(document.size());
  return shown(trace(*pattern, document, layer, {0, static_cast<std::uint32_t>(document.size())}), document);
}

TEST_CASE("trace: the steps of a match, and how near a pattern came") {
  struct Case {
    const char* pattern;
    const char* text;
    const char* want;
  };
  constexpr Case kCases[] = {
      {"(?<who> [upos=PROPN]+) $say", "Ada/PROPN Reyl/PROPN said/VERB/say so",
       "match Ada Reyl said\n[upos=PROPN] Ada Reyl in who\n[lemma=say] said\n"},
      {"(?<who> [upos=PROPN]+) $say that", "Ada/PROPN Reyl/PROPN said/VERB/say nothing/PRON",
       "[upos=PROPN] Ada Reyl in who\n[lemma=say] said\nstopped at nothing, no that\n"},
      {"(?<who> [upos=PROPN]+) $say", "Ada/PROPN told/VERB/tell Bo/PROPN",
       "[upos=PROPN] Ada in who\ntold told\n"
       "stopped at Bo, no [upos=PRON]\n"},
      {"said that? (?! [upos=PRON]) []", "she/PRON said/VERB that/SCONJ it/PRON fell/VERB",
       "match said that\nsaid said\n(?! [upos=PRON]) -\n[] that\n"},
      {"said (?! [upos=PRON]) []", "said/VERB it/PRON", "said said\nstopped at it, no (?! [upos=PRON])\n"},
      {"said [] </s>", "said/VERB", "said said\nstopped at the end, no []\n"},
      {"@Name said", "said", "stopped at said, no @Name\n"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.pattern);
    CAPTURE(c.text);
    CHECK(traced(c.pattern, c.text) == c.want);
  }
}

TEST_CASE("trace: which argument of a tree pattern is missing, and where its path ends") {
  struct Case {
    const char* pattern;
    const char* text;
    const char* want;
  };
  constexpr const char* kSaid = "It/PRON//2:nsubj said/VERB/say/0:root prices/NOUN//4:nsubj fell/VERB/fall/2:ccomp";
  constexpr Case kCases[] = {
      {"cue = [lemma=say]\nsource = >nsubj\ncontent = >ccomp", kSaid, "match It said prices fell\n[lemma=say] said\n"},
      {"cue = [lemma=say]\nsource = >nsubj[norm!=it]\ncontent = >ccomp", kSaid,
       "trigger said\nsource missing: at said no >nsubj[norm!=it]\ncontent found: said fell\n"},
      {"cue = [lemma=say]\nwhat = >ccomp >obj\nnot source = >nsubj", kSaid,
       "trigger said\nwhat missing: at fell no >obj\nsource unwanted: said It\n"},
      {"cue = [lemma=say]\nwhat = <ccomp | >obl\nhow? = >advmod", kSaid,
       "trigger said\nwhat missing: at said no <ccomp >obl\nhow absent:\n"},
      {"cue = [lemma=say]\nsource = >nsubj as @Name", kSaid, "trigger said\nsource missing: at It no @Name\n"},
      {"cue = [lemma=tell]\nwhat = >ccomp", kSaid, "stopped at It, no [lemma=tell]\n"},
      {"cue = [lemma=say]\nwhat = >ccomp", "he/PRON said/VERB/say so/ADV", "no syntax\n"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.pattern);
    CHECK(traced(c.pattern, c.text, true) == c.want);
  }
}

TEST_CASE("trace: the conditions that refused a match, and what their tests looked at") {
  struct Case {
    std::vector<const char*> conditions;
    const char* want;
  };
  // x = Ada Reyl, y = said, z took no part, w = nothing
  constexpr const char* kPattern = "(?<x> [upos=PROPN]+) []*? (?<y> [lemma=say]) (?<z> that)? (?<w> [upos=PRON])";
  constexpr const char* kText =
      "Ada/PROPN//3:nsubj//Number=Sing Reyl/PROPN//1:flat said/VERB/say/0:root nothing/PRON//3:obj//Number=Plur";
  const Case kCases[] = {
      {{"distance(x, w) = 1 and tokens(x) > 2"},
       "distance(x, w) = 1 and tokens(x) > 2\n  + distance(x, w) = 1: 1\n  - tokens(x) > 2: 2\n"},
      {{"x before w", "z", "tokens(y) != 1"}, "z\n  - z: no z\ntokens(y) != 1\n  - tokens(y) != 1: 1\n"},
      {{"y[upos=NOUN] or y after w"}, "y[upos=NOUN] or y after w\n  - y[upos=NOUN]: said\n  - y after w:\n"},
      {{"not (x.word != z.word)"}, "not x.word != z.word\n  + x.word != z.word: no z\n"},
      {{"agree(x, w)"}, "agree(x, w)\n  - agree(x, w): Sing Plur\n"},
      {{"x.upos = w.xpos"}, "x.upos = w.xpos\n  - x.upos = w.xpos: PROPN ?\n"},
  };
  for (const auto& c : kCases) {
    auto vocabulary = std::make_shared<Interner>();
    Diagnostics findings;
    auto pattern = Pattern::compile(kPattern, {}, scheme(), *vocabulary, findings);
    for (const char* condition : c.conditions) {
      REQUIRE_MESSAGE(pattern->require(condition, {}, scheme(), *vocabulary, findings), dump(findings));
    }
    const auto document = model::hand_document(kText, vocabulary);
    const auto traced = trace(*pattern, document, Layer(document.size()), {0, 4});
    REQUIRE(traced.refused.size() == 1);
    std::string got;
    for (const auto& refusal : traced.refused.front().refusals) {
      got += refusal.condition + "\n";
      for (const auto& test : refusal.tests) {
        got += (test.holds ? "  + " : "  - ") + test.test + ":";
        if (!test.absent.empty()) got += " no " + test.absent;
        if (test.head) got += " " + word_at(document, *test.head);
        for (const auto& value : test.values) got += " " + (value.empty() ? "?" : value);
        got += "\n";
      }
    }
    CHECK(got == c.want);
  }
}

TEST_CASE("trace: a sentence that is too long is told from one without a parse") {
  auto vocabulary = std::make_shared<Interner>();
  Diagnostics findings;
  const auto pattern = Pattern::compile_tree("cue = say\nwhat = >obj", {}, {}, *vocabulary, findings);
  std::string text = "say/VERB//0:root so/ADV//1:obj";
  for (std::uint32_t i = 2; i < kMostTreeTokens; ++i) text += " a/NOUN//1:dep";
  for (const bool too_long : {false, true}) {
    if (too_long) text += " a/NOUN//1:dep";
    const auto document = model::hand_document(text, vocabulary);
    const auto traced =
        trace(*pattern, document, Layer(document.size()), {0, static_cast<std::uint32_t>(document.size())});
    CHECK(traced.too_long == too_long);
    CHECK(traced.matches.empty() == too_long);
    CHECK_FALSE(traced.no_syntax);
  }
}

TEST_CASE("trace: bounded, and says so when it gives up") {
  auto vocabulary = std::make_shared<Interner>();
  Diagnostics findings;
  const auto pattern = Pattern::compile("a (a | [] []){200} z", {}, {}, *vocabulary, findings);
  REQUIRE(pattern);
  std::string text;
  for (int i = 0; i < 400; ++i) text += "a ";
  const auto document = model::hand_document(text, vocabulary);
  CHECK_FALSE(trace(*pattern, document, Layer(document.size()), {0, 400}).complete);
}

TEST_CASE("fill_in: definitions stand where their names did") {
  CHECK(fill_in("$say (no | $say)?", scheme(), false) ==
        "([lemma=say] | told [upos=PRON]) (no | ([lemma=say] | told [upos=PRON]))?\n");
  CHECK(fill_in("cue = $told\nsource = >nsubj", scheme(), true) ==
        "cue = told [upos=PRON]\nsource = >nsubj as subtree\n");
  CHECK(fill_in("$nobody", scheme(), false) == "$nobody\n");
  CHECK_FALSE(fill_in("(", scheme(), false));
}

}  // namespace
}  // namespace claimgraph::pattern
