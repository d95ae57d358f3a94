#include "claimgraph/rules/rule_set.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "support/golden.h"
#include "support/temp_folder.h"

namespace claimgraph::rules {
namespace {

// Loads what must load, and says why if it does not.
RuleSet loaded(const std::filesystem::path& folder) {
  Diagnostics findings;
  auto rules = load(folder, findings);
  REQUIRE_MESSAGE(rules.has_value(), dump(findings));
  return std::move(*rules);
}

std::vector<std::string> names(const RuleSet& rules) {
  std::vector<std::string> out;
  for (const auto& rule : rules.rules) out.push_back(rule.name);
  return out;
}

TEST_CASE("load: rules come by what they emit, priority, file and place") {
  const RuleSet rules = loaded(test::data_folder() / "rules/good");
  CHECK(names(rules) == std::vector<std::string>{"people/titled", "people/plain", "en/attribution/says-that",
                                                 "en/attribution/according-to", "stances/condemn"});
}

TEST_CASE("load: a rule holds what its file says, and defaults for the rest") {
  const RuleSet rules = loaded(test::data_folder() / "rules/good");
  const Rule& says = rules.rules[2];
  CHECK(says.emits == Emits::attribution);
  CHECK(says.scope == Scope::paragraph);
  CHECK(says.priority == 10);
  CHECK(says.confidence == 0.8);
  CHECK(says.where.file.ends_with("attribution.yaml"));
  CHECK(says.where.line == 12);
  CHECK(says.where.column == 11);
  CHECK(says.pattern.captures() == std::vector<std::string>{"source", "cue", "content"});
  REQUIRE(says.field("certainty") != nullptr);
  CHECK(*says.field("certainty") == Value{.capture = "cue", .feature = "certainty"});
  REQUIRE(says.field("polarity") != nullptr);
  CHECK(*says.field("polarity") == Value{.literal = "negative"});
  CHECK(says.field("form") == nullptr);

  const Rule& plain = rules.rules[1];
  CHECK(plain.emits == Emits::mention);
  CHECK(plain.scope == Scope::sentence);
  CHECK(plain.priority == 100);
  CHECK(plain.confidence == 0.5);
  CHECK(plain.label == "Actor");
  CHECK(plain.field("label") == nullptr);
  REQUIRE(plain.field("type") != nullptr);
  CHECK(plain.field("type")->literal == "person");
}

TEST_CASE("load: examples are texts, or mappings with what must be found") {
  const RuleSet rules = loaded(test::data_folder() / "rules/good");
  const Rule& condemn = rules.rules[4];
  REQUIRE(condemn.examples.size() == 3);
  CHECK(condemn.examples[0].matches);
  CHECK(condemn.examples[0].document.text == "Ada condemns Bo.");
  CHECK(condemn.examples[0].parts.empty());
  REQUIRE(condemn.examples[1].parts.size() == 3);
  CHECK(condemn.examples[1].parts[0].name == "actor");
  CHECK(condemn.examples[1].parts[0].text == "Ada");
  CHECK(condemn.examples[1].parts[2].name == "negation");
  CHECK(condemn.examples[1].parts[2].text.empty());
  CHECK_FALSE(condemn.examples[2].matches);
  CHECK(condemn.text == "(?<actor> @Actor) (?<negation> not)? [lemma=condemn] (?<target> @Actor)");
  CHECK(rules.rules[0].examples.empty());
}

TEST_CASE("load_over: symbols of the vocabulary below stay what they are") {
  const RuleSet below = loaded(test::data_folder() / "rules/good");
  Diagnostics findings;
  const auto above = load_over(below.vocabulary, test::data_folder() / "rules/good", findings);
  REQUIRE_MESSAGE(above.has_value(), dump(findings));
  CHECK(above->vocabulary->find("certainty") == below.vocabulary->find("certainty"));
  CHECK(above->vocabulary->size() == below.vocabulary->size());
  CHECK(above->rules.size() == below.rules.size());
}

TEST_CASE("load: lexicons match by the property that their file names") {
  const RuleSet rules = loaded(test::data_folder() / "rules/good");
  REQUIRE(rules.lexicons.size() == 2);
  CHECK(rules.lexicons[0].name == "cues");
  CHECK(rules.lexicons[0].unit == nlp::TermUnit::lemma);
  CHECK(rules.lexicons[1].name == "titles");
  CHECK(rules.lexicons[1].unit == nlp::TermUnit::norm);
  CHECK(rules.vocabulary->find("certainty"));
  CHECK(rules.vocabulary->find("minister"));
}

TEST_CASE("load: the rules that are shipped have nothing wrong with them") {
  Diagnostics findings;
  const auto rules = load(test::data_folder() / "../../rules/en", findings);
  CHECK_MESSAGE(findings.all().empty(), dump(findings));
  CHECK(rules.has_value());
}

TEST_CASE("load: a value is a feature only where both names are spelled like names") {
  struct Case {
    const char* written;
    Value want;
  };
  const Case kCases[] = {
      {"mention.name", {.capture = "mention", .feature = "name"}},
      {"person", {.literal = "person"}},
      {"'a. b'", {.literal = "a. b"}},
      {"'U.S.'", {.literal = "U.S."}},
      {"1.5", {.literal = "1.5"}},
      {"'...'", {.literal = "..."}},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.written);
    const test::TempFolder folder;
    folder.write("a.yaml", std::string("rules:\n  - name: a\n    emit: {kind: mention, label: A, name: ") + c.written +
                               "}\n    pattern: '(?<mention> @Given)'\n");
    const RuleSet rules = loaded(folder.path());
    REQUIRE(rules.rules[0].field("name") != nullptr);
    CHECK(*rules.rules[0].field("name") == c.want);
  }
}

TEST_CASE("load: the fingerprint changes with any byte of any file, and with their paths") {
  struct Case {
    const char* what;
    const char* name;
    const char* lexicon;
    bool same;
  };
  const std::string rule_file = "lexicons:\n  cues: {file: cues.tsv, match: lemma}\n";
  const auto fingerprint = [&](const char* name, const char* lexicon) {
    const test::TempFolder folder;
    folder.write(name, rule_file);
    folder.write("cues.tsv", lexicon);
    return loaded(folder.path()).fingerprint;
  };
  const std::string first = fingerprint("a.yaml", "term\nsay\n");
  CHECK(first.size() == 16);
  CHECK(first.find_first_not_of("0123456789abcdef") == std::string::npos);
  constexpr Case kCases[] = {
      {"nothing", "a.yaml", "term\nsay\n", true},
      {"a lexicon's byte", "a.yaml", "term\nsaw\n", false},
      {"a comment", "a.yaml", "term\n# x\nsay\n", false},
      {"a path", "b.yaml", "term\nsay\n", false},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.what);
    CHECK((fingerprint(c.name, c.lexicon) == first) == c.same);
  }
}

TEST_CASE("load: a byte order mark, CRLF and flow style say the same as plain YAML") {
  const char* kFiles[] = {
      "rules:\n  - name: a\n    emit: {kind: mention, label: A}\n    pattern: |\n      [lemma=say]\n      [upos=ADV]\n",
      "\xEF\xBB\xBFrules:\r\n  - name: a\r\n    emit: {kind: mention, label: A}\r\n    pattern: |\r\n"
      "      [lemma=say]\r\n      [upos=ADV]\r\n",
      "{rules: [{name: a, emit: {kind: mention, label: A}, pattern: '[lemma=say] [upos=ADV]'}]}",
      "---\nrules:\n- \"name\": \"a\"\n  emit:\n    kind: mention\n    label: A\n  pattern: >\n    [lemma=say]\n\n"
      "    [upos=ADV]\n...\n",
  };
  std::string program;
  for (const char* text : kFiles) {
    CAPTURE(text);
    const test::TempFolder folder;
    folder.write("a.yaml", text);
    const RuleSet rules = loaded(folder.path());
    REQUIRE(rules.rules.size() == 1);
    if (program.empty()) program = rules.rules[0].pattern.dump(*rules.vocabulary);
    CHECK(rules.rules[0].pattern.dump(*rules.vocabulary) == program);
  }
}

TEST_CASE("load: a label's features are those of all rules that give it") {
  const test::TempFolder folder;
  folder.write("a.yaml",
               "rules:\n"
               "  - {name: a, emit: {kind: mention, label: A, size: large}, pattern: '[lemma=say]'}\n"
               "  - {name: b, emit: {kind: mention, label: A, tone: calm}, pattern: '[lemma=tell]'}\n"
               "  - {name: c, emit: {kind: mention, label: B, x: a.size, y: a.tone}, pattern: '(?<a> @A)'}\n");
  CHECK(loaded(folder.path()).rules.size() == 3);
}

}  // namespace
}  // namespace claimgraph::rules
