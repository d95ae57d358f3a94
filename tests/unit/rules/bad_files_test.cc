// What is wrong in a rule file is said with its place, all of it, and what to do.
#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "claimgraph/rules/rule_set.h"
#include "support/golden.h"
#include "support/temp_folder.h"

namespace claimgraph::rules {
namespace {

namespace fs = std::filesystem;

// `text` with the folder taken out of it, which is another one in every run.
std::string without(std::string text, const fs::path& folder) {
  const std::string prefix = folder.generic_string() + "/";
  for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix)) {
    text.erase(at, prefix.size());
  }
  return text;
}

// The findings of one file, alone in a folder but for the lexicons that the files share.
std::string findings_of(const fs::path& file) {
  const test::TempFolder folder;
  folder.write(file.filename().string(), test::read_file(file));
  fs::copy(file.parent_path() / "lexicons", folder.path() / "lexicons");
  Diagnostics findings;
  const auto loaded = load(folder.path(), findings);
  CHECK(loaded.has_value() == findings.ok());
  CHECK_MESSAGE(!findings.all().empty(), file.filename().string(), " has nothing wrong with it");
  return without(dump(findings), folder.path());
}

TEST_CASE("load: every fault of a rule file is a finding with its place") {
  for (const auto& file : test::golden_inputs(test::data_folder() / "rules/bad", ".yaml")) {
    CAPTURE(file.filename().string());
    test::check_golden(file, findings_of(file));
  }
}

TEST_CASE("load: a folder that cannot be rules is an error") {
  const test::TempFolder folder;
  const auto message = [&](const fs::path& path) {
    Diagnostics findings;
    const auto loaded = load(path, findings);
    CHECK(findings.all().empty());
    return loaded ? std::string("loaded") : without(dump(loaded.error()), folder.path());
  };
  folder.write("empty/notes.txt", "rules: []");
  folder.write("a.yaml", "rules: []\n");
  CHECK(message(folder.path() / "none") ==
        "error: no rules folder 'none' (name a folder that holds *.yaml rule files, such as rules/en)");
  CHECK(message(folder.path() / "a.yaml") ==
        "error: no rules folder 'a.yaml' (name a folder that holds *.yaml rule files, such as rules/en)");
  CHECK(message(folder.path() / "empty") ==
        "error: no *.yaml file below 'empty' (name a folder that holds rule files, such as rules/en)");
}

TEST_CASE("load: names are one space over all files, and a second one is told of the first") {
  const test::TempFolder folder;
  folder.write("a.yaml", "define:\n  verb: '[upos=VERB]'\nlexicons:\n  cues: {file: cues.tsv, match: lemma}\n");
  folder.write("b.yaml", "lexicons:\n  cues: {file: cues.tsv, match: word}\ndefine:\n  verb: '[upos=AUX]'\n");
  folder.write("cues.tsv", "term\nsay\n");
  Diagnostics findings;
  const auto loaded = load(folder.path(), findings);
  REQUIRE(!loaded);
  const std::string said = without(dump(findings), folder.path());
  CHECK(said ==
        "b.yaml:2:3: error: a lexicon 'cues' exists already (first at a.yaml:4:3)\n"
        "b.yaml:4:3: error: a definition 'verb' exists already (first at a.yaml:2:3)\n");
  CHECK(loaded.error().message == "2 errors in the rules below '" + folder.path().generic_string() + "'");
}

TEST_CASE("load: a file larger than a rule file can be is refused before it is parsed") {
  const test::TempFolder folder;
  folder.write("a.yaml", std::string((std::size_t{1} << 20) + 1, '#'));
  Diagnostics findings;
  CHECK(!load(folder.path(), findings));
  CHECK(without(dump(findings), folder.path()) ==
        "error: cannot read 'a.yaml': it has 1048577 bytes, more than 1048576 (split it into several files)\n");
}

}  // namespace
}  // namespace claimgraph::rules
