// Runs the examples of doc/RULES.md: blocks fenced as pattern-test, tree-test, pattern-error and tree-error.
#include <charconv>
#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "claimgraph/pattern/pattern.h"
#include "model/hand_document.h"
#include "support/golden.h"

namespace doctest {
template <>
struct StringMaker<std::vector<std::string>> {
  static String convert(const std::vector<std::string>& lines) {
    std::string out;
    for (const auto& line : lines) out += line + "\n";
    return out.c_str();
  }
};
}  // namespace doctest

namespace claimgraph::pattern {
namespace {

struct Line {
  std::string key;
  std::string value;
};

struct Example {
  std::string kind;
  std::size_t line = 0;  // in the document, from 1
  std::vector<Line> lines;

  std::vector<std::string> all(std::string_view key) const {
    std::vector<std::string> out;
    for (const auto& [name, value] : lines) {
      if (name == key) out.push_back(value);
    }
    return out;
  }
};

std::vector<Example> examples(std::string_view text) {
  std::vector<Example> out;
  bool within = false;
  std::size_t number = 0;
  for (const auto line : model::split(text, '\n')) {
    ++number;
    if (line.starts_with("```")) {
      within = !within && (line == "```pattern-test" || line == "```pattern-error" || line == "```tree-test" ||
                           line == "```tree-error");
      if (within) out.push_back({.kind = std::string(line.substr(3)), .line = number, .lines = {}});
    } else if (within) {
      const std::size_t colon = line.find(": ");
      REQUIRE_MESSAGE(colon != std::string_view::npos, "line ", number, " of an example is no 'key: value'");
      out.back().lines.push_back({std::string(line.substr(0, colon)), std::string(line.substr(colon + 2))});
    }
  }
  return out;
}

// "Actor 0-2 type=person": the label and its features are known to the scheme, and the stretch to the layer.
struct Stretch {
  std::string label;
  TokenRange tokens;
  std::vector<std::pair<std::string, std::string>> features;
};

std::uint32_t number(std::string_view text) {
  std::uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Stretch parse_stretch(const std::string& text) {
  const auto parts = model::split(text, ' ');
  REQUIRE(parts.size() >= 2);
  const auto range = model::split(parts[1], '-');
  REQUIRE(range.size() == 2);
  Stretch out{.label = std::string(parts[0]), .tokens = {number(range[0]), number(range[1])}, .features = {}};
  for (std::size_t i = 2; i < parts.size(); ++i) {
    const auto feature = model::split(parts[i], '=');
    REQUIRE(feature.size() == 2);
    out.features.emplace_back(feature[0], feature[1]);
  }
  return out;
}

Scheme scheme_of(const Example& example, const std::vector<Stretch>& stretches) {
  Scheme scheme;
  for (const auto& stretch : stretches) {
    auto& features = scheme.labels[stretch.label];
    for (const auto& [name, value] : stretch.features) features.push_back(name);
  }
  for (const auto& definition : example.all("define")) {
    const std::size_t space = definition.find(' ');
    scheme.definitions[definition.substr(0, space)] = {.text = definition.substr(space + 1),
                                                       .where = {.file = "definitions", .line = 1, .column = 1}};
  }
  return scheme;
}

std::string text_of(const Example& example) {
  std::string out;
  for (const auto& [key, value] : example.lines) {
    if (key == "paragraph") out += "\n";
    if (key == "paragraph" || key == "text") out += value + "\n";
  }
  return out;
}

std::string words(TokenRange tokens, const nlp::AnnotatedDocument& document) {
  std::string out;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i)
    out += (out.empty() ? "" : " ") + std::string(document.word(i));
  return out;
}

std::string shown(const Match& match, const Pattern& pattern, const nlp::AnnotatedDocument& document) {
  std::string out = words(match.tokens, document);
  for (std::size_t i = 0; i < match.captures.size(); ++i) {
    if (!match.captures[i]) continue;
    out += "; " + pattern.captures()[i] + "=" + words(*match.captures[i], document);
  }
  return out;
}

std::vector<std::string> run(const Pattern& pattern, const Example& example, const std::vector<Stretch>& stretches,
                             std::shared_ptr<const Interner> vocabulary) {
  auto document = model::hand_document(text_of(example), std::move(vocabulary));
  Layer layer(document.size());
  for (const auto& stretch : stretches) {
    REQUIRE(stretch.tokens.end <= document.size());
    std::vector<Feature> features;
    for (const auto& [name, value] : stretch.features) {
      features.push_back({document.symbols.intern(name), document.symbols.intern(value)});
    }
    layer.add(stretch.tokens, document.symbols.intern(stretch.label), features);
  }
  for (const auto& name : example.all("name")) {
    const Stretch stretch = parse_stretch(name);
    document.names.push_back({.tokens = stretch.tokens, .type = document.symbols.intern(stretch.label)});
  }
  std::vector<Match> matches;
  Matcher().find_all(pattern, document, layer, {0, static_cast<std::uint32_t>(document.size())}, matches);
  std::vector<std::string> out;
  for (const auto& match : matches) out.push_back(shown(match, pattern, document));
  return out;
}

void check(const Example& example) {
  std::vector<Stretch> stretches;
  for (const auto& label : example.all("label")) stretches.push_back(parse_stretch(label));
  const bool tree = example.kind.starts_with("tree");
  std::string text;
  for (const auto& line : example.all(tree ? "tree" : "pattern")) text += (text.empty() ? "" : "\n") + line;
  REQUIRE(!text.empty());
  auto vocabulary = std::make_shared<Interner>();
  Diagnostics findings;
  const bool refused = example.kind.ends_with("error");
  const SourcePos where{.file = refused ? "pattern" : "doc/RULES.md", .line = 1, .column = 1};
  const Scheme scheme = scheme_of(example, stretches);
  auto pattern = tree ? Pattern::compile_tree(text, where, scheme, *vocabulary, findings)
                      : Pattern::compile(text, where, scheme, *vocabulary, findings);
  for (const auto& condition : example.all("where")) {
    if (pattern) pattern->require(condition, where, scheme, *vocabulary, findings);
  }
  if (refused) {
    std::string want;
    for (auto error : example.all("error"))
      want += (error.starts_with("definitions:") ? "" : "pattern:") + error + "\n";
    CHECK(dump(findings) == want);
    return;
  }
  CHECK(dump(findings) == "");
  REQUIRE(pattern);
  CHECK(run(*pattern, example, stretches, vocabulary) == example.all("match"));
}

TEST_CASE("doc/RULES.md: every example of a pattern does what it says") {
  const auto all = examples(test::read_file(test::data_folder() / "../../doc/RULES.md"));
  CHECK(all.size() > 25);
  for (const auto& example : all) {
    CAPTURE(example.line);
    check(example);
  }
}

}  // namespace
}  // namespace claimgraph::pattern
