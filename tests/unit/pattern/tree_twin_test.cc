// Tree patterns over generated sentences, against the slow twin.
#include <memory>
#include <random>
#include <string>

#include <doctest/doctest.h>

#include "claimgraph/pattern/pattern.h"
#include "claimgraph/pattern/trace.h"
#include "model/hand_document.h"
#include "model/naive_tree.h"
#include "pattern/tree_parser.h"

namespace claimgraph::pattern {
namespace {

class Generator {
 public:
  explicit Generator(std::uint32_t seed) : random_(seed) {}

  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }
  std::string pick(std::initializer_list<const char*> of) { return *(of.begin() + below(std::uint32_t(of.size()))); }

  // A sentence whose words hang below earlier words of a random order, so that it is a tree, not always a projective
  // one.
  std::string sentence() {
    const std::uint32_t size = 1 + below(9);
    std::vector<std::uint32_t> order(size);
    for (std::uint32_t i = 0; i < size; ++i) order[i] = i;
    std::shuffle(order.begin(), order.end(), random_);
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
    std::string out = "t = " + pick({"a", "[norm!=c]", "a b?", "a | b c"});
    const std::uint32_t arguments = 1 + below(3);
    for (std::uint32_t i = 0; i < arguments; ++i) {
      const std::string mark = pick({"", "", "?", "*"});
      const bool forbidden = mark.empty() && i > 0 && below(4) == 0;
      out += std::string("\n") + (forbidden ? "not " : "") + char('x' + i) + mark + " = " + path(2);
      out += forbidden ? "" : pick({"", "", " as rest", " as token"});
    }
    return out;
  }

 private:
  std::string relation() { return pick({"nsubj", "nsubj:pass", "obj", "case", "conj"}); }
  std::string path(int depth) {
    if (depth == 0 || below(3) == 0) return hop();
    switch (below(4)) {
      case 0: return path(depth - 1) + " " + path(depth - 1);
      case 1: return "(" + path(depth - 1) + " | " + path(depth - 1) + ")";
      case 2: return "(" + path(depth - 1) + ")" + pick({"?", "*", "+"});
      default: return "(" + path(depth - 1) + ") " + test();
    }
  }
  std::string hop() {
    return pick({">", "<"}) + pick({"", "nsubj", "nsubj:pass", "{obj, conj}", "obj", "case"}) +
           (below(4) == 0 ? test() : "");
  }
  std::string test() { return pick({"[norm=a]", "[norm!=b]", "[norm=c]"}); }

  std::mt19937 random_;
};

// What the language reference says of one trigger, as text; nothing when it is no match.
std::optional<std::string> expected(const ast::Tree& tree, const nlp::AnnotatedDocument& document, TokenRange trigger) {
  const TokenRange all{0, static_cast<std::uint32_t>(document.size())};
  std::uint32_t anchor = trigger.begin;
  while (document.heads[anchor] != anchor && trigger.contains(document.heads[anchor])) ++anchor;
  std::vector<std::set<std::uint32_t>> reached;
  std::set<std::uint32_t> named;
  for (const auto& argument : tree.arguments) {
    reached.push_back(model::naive_reach(argument, document, all, anchor, trigger));
    if (argument.presence == ast::Presence::required && reached.back().empty()) return std::nullopt;
    if (argument.presence == ast::Presence::forbidden && !reached.back().empty()) return std::nullopt;
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

TEST_CASE("Matcher: paths lead where the slow twin goes") {
  int matched = 0;
  Matcher matcher;
  for (std::uint32_t seed = 0; seed < 4000; ++seed) {
    Generator generator(seed);
    const std::string text = generator.tree();
    auto vocabulary = std::make_shared<Interner>();
    Diagnostics findings;
    const auto pattern = Pattern::compile_tree(text, {}, {}, *vocabulary, findings);
    CAPTURE(text);
    CAPTURE(dump(findings));
    REQUIRE(pattern);
    const auto tree = parse_tree({.text = text, .where = {}}, findings);
    const std::string trigger_text = text.substr(4, text.find('\n') - 4);
    const auto trigger = Pattern::compile(trigger_text, {}, {}, *vocabulary, findings);
    for (int i = 0; i < 3; ++i) {
      const std::string sentence = generator.sentence();
      const auto document = model::hand_document(sentence, vocabulary);
      const Layer layer(document.size());
      const TokenRange window{0, static_cast<std::uint32_t>(document.size())};
      std::vector<Match> triggers, matches;
      matcher.find_all(*trigger, document, layer, window, triggers);
      matcher.find_all(*pattern, document, layer, window, matches);
      std::string want, got;
      for (const auto& match : triggers) {
        if (const auto line = expected(*tree, document, match.tokens)) want += *line + "\n";
      }
      for (const auto& match : matches) got += shown(*pattern, match) + "\n";
      matched += matches.empty() ? 0 : 1;
      CAPTURE(sentence);
      REQUIRE(got == want);
      check_trace(trace(*pattern, document, layer, window), triggers.size(), matches);
    }
  }
  CHECK(matched > 1000);
}

TEST_CASE("dump: a tree pattern parses to the same") {
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    const std::string text = Generator(seed).tree();
    Diagnostics findings;
    const auto tree = parse_tree({.text = text, .where = {}}, findings);
    CAPTURE(text);
    REQUIRE(tree);
    const std::string dumped = ast::dump(*tree);
    const auto again = parse_tree({.text = dumped, .where = {}}, findings);
    CAPTURE(dumped);
    REQUIRE(again);
    CHECK(ast::dump(*again) == dumped);
  }
}

}  // namespace
}  // namespace claimgraph::pattern
