// What templates and variables refuse, and how far they go.
#include <string>

#include <doctest/doctest.h>

#include "claimgraph/rules/rule_set.h"
#include "support/temp_folder.h"

namespace claimgraph::rules {
namespace {

// The findings of a folder with these two files, without the folder's name.
std::string findings_of(const std::string& main, const std::string& other = "") {
  const test::TempFolder folder;
  folder.write("main.yaml", main);
  if (!other.empty()) folder.write("other.yaml", other);
  Diagnostics findings;
  const auto loaded = load(folder.path(), findings);
  CHECK(loaded.has_value() == findings.ok());
  std::string out = dump(findings);
  const std::string prefix = folder.path().generic_string() + "/";
  for (std::size_t at = out.find(prefix); at != std::string::npos; at = out.find(prefix)) out.erase(at, prefix.size());
  return out;
}

const std::string kRule = "rules: [{name: a, emit: {kind: mention, label: A, refers: name}, pattern: '${p}'}]\n";

TEST_CASE("variables: what is wrong with them is said at its place") {
  struct Case {
    std::string text;
    const char* want;
  };
  const Case kCases[] = {
      {"variables: {p: say}\n" + kRule, ""},
      {"variables: {p: '$${p}'}\nrules: [{name: a, emit: {kind: mention, label: A, refers: '${p}'}, pattern: b}]\n",
       "main.yaml:2:59: error: unknown kind of mention '${p}' (one of name, nominal, pronoun, owner)\n"},
      {"variables: {p: '${q}', q: '${p}'}\n" + kRule,
       "main.yaml:1:28: error: variable 'p' uses itself: p -> q -> p (write one of them without the other)\n"},
      {"variables: [p]\n" + kRule,
       "main.yaml:1:12: error: 'variables' is a list, not a mapping (write 'name: value' lines below it)\n"
       "main.yaml:2:76: error: no variable 'p' (name it under 'variables', or write $${ for ${ itself)\n"},
      {"variables: {p: say, q: tell}\n" + kRule,
       "main.yaml:1:21: warning: variable 'q' is used nowhere in this file (write ${q} where it belongs, or delete "
       "it)\n"},
      {"variables: {p: , q: [a], 1: b}\n",
       "main.yaml:1:13: error: the value of 'p' is empty, not a text of one line (write \"\" for no text)\n"
       "main.yaml:1:21: error: the value of 'q' is a list, not a text of one line (quote a text that begins with '[' "
       "or "
       "'{')\n"
       "main.yaml:1:26: error: '1' is no name for a variable (letters, digits and '_', no digit first)\n"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.text);
    CHECK(findings_of(c.text) == c.want);
  }
}

TEST_CASE("variables: values that grow with every step come to an end") {
  std::string text = "variables:\n  a0: aaaaaaaaaaaaaaaa\n";
  for (int i = 1; i < 40; ++i) {
    const std::string before = "${a" + std::to_string(i - 1) + "}";
    text += "  a" + std::to_string(i) + ": \"" + before + before + "\"\n";
  }
  text += "rules: [{name: a, emit: {kind: mention, label: A, refers: name}, pattern: '${a39}'}]\n";
  CHECK(findings_of(text).find("the value of 'a13' has more than 65536 bytes") != std::string::npos);
}

TEST_CASE("import: what cannot be imported is said at the import") {
  struct Case {
    const char* main;
    const char* other;
    const char* want;
  };
  constexpr Case kCases[] = {
      {"import: [{file: other.yaml}]\n", "rules: []\n",
       "main.yaml:1:17: error: 'other.yaml' is no template: it has no 'parameters' (a file below the rules folder is "
       "loaded anyway; write 'parameters: {}' in it to import it)\n"},
      {"import: [{file: other.yaml}]\n", "parameters: {verb: }\nrules: []\n",
       "main.yaml:1:10: error: the import of 'other.yaml' gives no value to 'verb' (write with: {verb: \"...\"})\n"
       "other.yaml:1:14: warning: parameter 'verb' is used nowhere in this file, imported at main.yaml:1:10 (write "
       "${verb} where it belongs, or delete it)\n"},
      {"import: [{fil: other.yaml}]\n", "parameters: {}\n",
       "main.yaml:1:11: error: unknown key 'fil' in an import (did you mean 'file'?)\n"
       "main.yaml:1:10: error: an import has no 'file' (file: template.yaml)\n"
       "other.yaml:1:1: warning: no file imports the template 'other.yaml' (write it under 'import' of another "
       "file)\n"},
      {"import: [{file: other.yaml, as: Pro}]\n", "parameters: {}\n",
       "main.yaml:1:33: error: 'Pro' is no name for a namespace (lower-case letters, digits, '-', '_')\n"
       "other.yaml:1:1: warning: no file imports the template 'other.yaml' (write it under 'import' of another "
       "file)\n"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.main);
    CHECK(findings_of(c.main, c.other) == c.want);
  }
}

TEST_CASE("import: templates that import one another twice come to an end") {
  const test::TempFolder folder;
  folder.write("main.yaml", "import: [{file: t0.yaml}]\n");
  for (int i = 0; i < 30; ++i) {
    const std::string next = "t" + std::to_string(i + 1) + ".yaml";
    folder.write("t" + std::to_string(i) + ".yaml",
                 "parameters: {}\nimport: [{file: " + next + ", as: a}, {file: " + next + ", as: b}]\n");
  }
  folder.write("t30.yaml", "parameters: {}\nrules: []\n");
  Diagnostics findings;
  CHECK(!load(folder.path(), findings));
  CHECK(dump(findings).find("this is import number 1001") != std::string::npos);
}

TEST_CASE("Rule: a weight is added to the log-odds of the confidence") {
  struct Case {
    double confidence, weight, want;
  };
  constexpr Case kCases[] = {{0.5, 0, 0.5},     {0.5, 1, 0.7310586}, {0.5, -1, 0.2689414},
                             {0.9, 1, 0.96072}, {0, 3, 0},           {1, -3, 1}};
  const test::TempFolder folder;
  folder.write("a.yaml", "rules: [{name: a, weight: 1, emit: {kind: mention, label: A, refers: name}, pattern: b}]\n");
  Diagnostics findings;
  auto loaded = load(folder.path(), findings);
  REQUIRE(loaded.has_value());
  Rule& rule = loaded->rules[0];
  CHECK(rule.weight == 1);
  for (const auto& c : kCases) {
    rule.confidence = c.confidence;
    rule.weight = c.weight;
    CHECK(rule.weighted_confidence() == doctest::Approx(c.want).epsilon(0.0001));
  }
}

}  // namespace
}  // namespace claimgraph::rules
