// Tree patterns over generated sentences, against the slow twin.
#include <algorithm>
#include <map>
#include <memory>
#include <string>

#include <doctest/doctest.h>

#include "claimgraph/pattern/dispatch.h"
#include "claimgraph/pattern/pattern.h"
#include "claimgraph/pattern/stages.h"
#include "claimgraph/pattern/trace.h"
#include "model/generator.h"
#include "model/hand_document.h"
#include "model/naive_tree.h"
#include "pattern/path_parser.h"
#include "pattern/tree_parser.h"

namespace claimgraph::pattern {
namespace {

class Generator : public model::Generator {
 public:
  using model::Generator::Generator;

  // A sentence whose words hang below earlier words of a random order, so that it is a tree, not always a projective
  // one.
  std::string sentence() {
    const std::uint32_t size = 1 + below(9);
    const std::vector<std::uint32_t> order = this->order(size);
    std::vector<std::string> links(size);
    for (std::uint32_t i = 0; i < size; ++i) {
      links[order[i]] = i == 0 ? "0:root" : std::to_string(order[below(i)] + 1) + ":" + relation();
    }
    std::string out;
    for (const auto& link : links) {
      out += (out.empty() ? "" : " ") + pick({"a", "b", "c"}) + "/X//" + link;
    }
    return out;
  }

  std::string tree() {
    std::string out = "t = " + pick({"a", "[norm!=c]", "a b?", "a | b c", "@L"});
    const std::uint32_t arguments = 1 + below(3);
    for (std::uint32_t i = 0; i < arguments; ++i) {
      const std::string mark = pick({"", "", "", "?", "*", "+", "{2}", "{,2}", "{1,2}"});
      const bool forbidden = mark.empty() && i > 0 && below(4) == 0;
      out += std::string("\n") + (forbidden ? "not " : "") + char('x' + i) + mark + " = " + path(3);
      out += forbidden ? "" : pick({"", "", " as rest", " as token", " as @L", " as @L[f=x]"});
    }
    return out;
  }

  std::string path(int depth) {
    if (depth == 0 || below(4) == 0) return hop();
    switch (below(6)) {
      case 0: return path(depth - 1) + " " + path(depth - 1);
      case 1: return "(" + path(depth - 1) + " | " + path(depth - 1) + ")";
      case 2: return "(" + path(depth - 1) + ")" + pick({"?", "*", "+", "{2}", "{1,2}", "{,2}", "{2,}"});
      case 3: return pick({"(?= ", "(?! "}) + path(depth - 1) + ") " + path(depth - 1);
      case 4: return path(depth - 1) + pick({" (?= ", " (?! "}) + path(depth - 1) + ")";
      default: return "(" + path(depth - 1) + ") " + test();
    }
  }

  void label(Layer& layer, std::uint32_t tokens, Interner& symbols) {
    model::Generator::label({.most = 4, .labels = {"L", "M"}, .features = {{.name = "f", .values = {"x", "y"}}}},
                            tokens, layer, symbols);
  }

 private:
  std::string relation() { return pick({"nsubj", "nsubj:pass", "obj", "case", "conj"}); }
  std::string hop() {
    if (below(5) == 0) return pick({"next", "previous"}) + (below(3) == 0 ? test() : "");
    if (below(8) == 0) return pick({"$d", "$e"});
    return pick({">", "<"}) + pick({"", "nsubj", "nsubj:pass", "{obj, conj}", "obj", "case"}) +
           (below(4) == 0 ? test() : "");
  }
  std::string test() { return pick({"[norm=a]", "[norm!=b]", "[norm=c]", "[in=L]", "[len>0 & !quoted]"}); }
};

// What the language reference says of one trigger, as text; nothing when it is no match.
std::optional<std::string> expected(const ast::Tree& tree, const std::map<std::string, ast::Path>& definitions,
                                    const nlp::AnnotatedDocument& document, const Layer& layer, TokenRange trigger) {
  const TokenRange all{0, static_cast<std::uint32_t>(document.size())};
  std::uint32_t anchor = trigger.begin;
  while (document.heads[anchor] != anchor && trigger.contains(document.heads[anchor])) ++anchor;
  std::vector<std::set<std::uint32_t>> reached;
  for (const auto& argument : tree.arguments) {
    auto found = model::naive_reach(argument, definitions, document, layer, all, anchor, trigger);
    if (!found) return std::nullopt;
    reached.push_back(std::move(*found));
  }
  std::string out = " t=" + std::to_string(trigger.begin) + "-" + std::to_string(trigger.end);
  for (std::size_t i = 0; i < reached.size(); ++i) {
    const auto& argument = tree.arguments[i];
    std::set<std::uint32_t> without = {anchor};
    for (std::size_t k = 0; k < reached.size() && argument.shape == ast::Shape::rest; ++k) {
      if (k != i) without.insert(reached[k].begin(), reached[k].end());
    }
    std::set<std::uint32_t> before, behind;
    for (const std::uint32_t top : reached[i]) {
      if (argument.stretch) {
        const auto stretch = *model::naive_stretch(argument, document, layer, all, top, trigger);
        for (std::uint32_t token = stretch.begin; token < stretch.end; ++token) before.insert(token);
        continue;
      }
      const auto tokens = argument.shape == ast::Shape::token ? std::set<std::uint32_t>{top}
                                                              : model::naive_subtree(document, all, top, without);
      for (const std::uint32_t token : tokens) {
        if (token < trigger.begin) before.insert(token);
        if (token >= trigger.end) behind.insert(token);
      }
    }
    const auto add = [&](const std::string& name, const std::set<std::uint32_t>& tokens) {
      if (tokens.empty()) return;
      out += " " + name + "=" + std::to_string(*tokens.begin()) + "-" + std::to_string(*tokens.rbegin() + 1);
    };
    if (argument.shape == ast::Shape::token) {
      before.merge(behind);
      behind.clear();
    }
    add(argument.name.text, before.empty() ? behind : before);
    add(argument.name.text + "2", before.empty() ? before : behind);
  }
  return out;
}

std::string shown(const Pattern& pattern, const Match& match) {
  std::string out;
  for (std::size_t i = 0; i < match.captures.size(); ++i) {
    if (!match.captures[i]) continue;
    out += " " + pattern.captures()[i] + "=" + std::to_string(match.captures[i]->begin) + "-" +
           std::to_string(match.captures[i]->end);
  }
  return out;
}

// The trace finds what the matcher finds, and says of every other trigger what is wrong.
void check_trace(const Trace& trace, std::size_t triggers, const std::vector<Match>& matches) {
  REQUIRE(trace.matches.size() == matches.size());
  for (std::size_t i = 0; i < matches.size(); ++i) REQUIRE(trace.matches[i].match == matches[i]);
  CHECK(trace.nearest.has_value() == (triggers == 0));
  if (trace.no_syntax) return;
  REQUIRE(trace.triggers.size() + matches.size() == triggers);
  for (const auto& trigger : trace.triggers) CHECK(trigger.good() < trigger.arguments.size());
}

Scheme scheme_of(Generator& generator) {
  Scheme scheme;
  scheme.labels = {{"L", {"f"}}, {"M", {"f"}}};
  scheme.definitions["d"] = {.text = ">obj | <conj", .where = {}};
  scheme.definitions["e"] = {.text = "$d (?! <case) " + generator.pick({">", "next", "$d*", "<nsubj?"}), .where = {}};
  return scheme;
}

std::map<std::string, ast::Path> parsed(const Scheme& scheme) {
  std::map<std::string, ast::Path> out;
  Diagnostics findings;
  for (const auto& [name, definition] : scheme.definitions) {
    out.emplace(name, std::move(*parse_path({.text = definition.text, .where = {}}, findings)));
  }
  return out;
}

// Whether nothing but a lookaround that always or never holds was found: the generator makes those too.
bool is_vacuous(const Diagnostics& findings) {
  return std::all_of(findings.all().begin(), findings.all().end(),
                     [](const Diagnostic& finding) { return finding.error.message.starts_with("this lookaround"); });
}

// The last of `patterns` finds the same where all share what they ask of tokens.
void check_dispatch(const std::vector<const Pattern*>& patterns, const nlp::AnnotatedDocument& document,
                    const Layer& layer, TokenRange window, const std::vector<Match>& want) {
  const Dispatch dispatch(patterns);
  Candidates candidates;
  candidates.assign(dispatch, document);
  Matcher matcher;
  std::vector<Match> got;
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    got.clear();
    matcher.find_all(*patterns[i], i, candidates, layer, {&window, 1}, got);
  }
  REQUIRE(got == want);
}

TEST_CASE("Matcher: paths lead where the slow twin goes") {
  int compiled = 0;
  int matched = 0;
  Matcher matcher;
  for (std::uint32_t seed = 0; seed < 6000; ++seed) {
    Generator generator(seed);
    const std::string text = generator.tree();
    const Scheme scheme = scheme_of(generator);
    auto vocabulary = std::make_shared<Interner>();
    Diagnostics findings;
    const auto pattern = Pattern::compile_tree(text, {}, scheme, *vocabulary, findings);
    CAPTURE(text);
    CAPTURE(dump(findings));
    CAPTURE(scheme.definitions.at("e").text);
    REQUIRE((pattern || is_vacuous(findings)));
    if (!pattern) continue;
    ++compiled;
    const auto definitions = parsed(scheme);
    const auto tree = parse_tree({.text = text, .where = {}}, findings);
    const std::string trigger_text = text.substr(4, text.find('\n') - 4);
    const auto trigger = Pattern::compile(trigger_text, {}, scheme, *vocabulary, findings);
    for (int i = 0; i < 3; ++i) {
      const std::string sentence = generator.sentence();
      auto document = model::hand_document(sentence, vocabulary);
      Layer layer(document.size());
      const TokenRange window{0, static_cast<std::uint32_t>(document.size())};
      generator.label(layer, window.end, document.symbols);
      std::vector<Match> triggers, matches;
      matcher.find_all(*trigger, document, layer, window, triggers);
      matcher.find_all(*pattern, document, layer, window, matches);
      std::string want, got;
      for (const auto& match : triggers) {
        if (const auto line = expected(*tree, definitions, document, layer, match.tokens)) want += *line + "\n";
      }
      for (const auto& match : matches) got += shown(*pattern, match) + "\n";
      matched += matches.empty() ? 0 : 1;
      CAPTURE(sentence);
      CAPTURE(dump(layer, document.symbols));
      REQUIRE(got == want);
      check_trace(trace(*pattern, document, layer, window), triggers.size(), matches);
      check_dispatch({&*trigger, &*pattern}, document, layer, window, matches);
    }
  }
  CHECK(compiled > 4000);
  CHECK(matched > 1000);
}

TEST_CASE("dump: a tree pattern parses to the same and gives the same program") {
  int compiled = 0;
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    Generator generator(seed);
    const std::string text = generator.tree();
    const Scheme scheme = scheme_of(generator);
    Interner vocabulary;
    Diagnostics findings;
    CAPTURE(text);
    const auto syntax = dump_tree(Stage::syntax, text, {}, scheme, vocabulary, findings);
    REQUIRE(syntax);
    CHECK(dump_tree(Stage::syntax, *syntax, {}, scheme, vocabulary, findings) == syntax);
    const auto program = dump_tree(Stage::program, text, {}, scheme, vocabulary, findings);
    compiled += program ? 1 : 0;
    CHECK(dump_tree(Stage::program, *syntax, {}, scheme, vocabulary, findings) == program);
  }
  CHECK(compiled > 1000);
}

}  // namespace
}  // namespace claimgraph::pattern
