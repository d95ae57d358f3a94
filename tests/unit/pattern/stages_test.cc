// What becomes of a pattern in each stage.
#include "claimgraph/pattern/stages.h"

#include <optional>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "support/golden.h"

namespace claimgraph::pattern {
namespace {

using Dump = std::optional<std::string> (*)(Stage, std::string_view, const SourcePos&, const Scheme&, Interner&,
                                            Diagnostics&);

// Every stage of each file with that extension, against its golden file.
void check_stages(const std::string& extension, Dump dump_stage) {
  Scheme scheme;
  scheme.labels = {{"Actor", {"name", "type"}}, {"cues", {"sign"}}, {"hedges", {}}};
  scheme.definitions["verb"] = {.text = "[upos=VERB] | $aux", .where = {}};
  scheme.definitions["aux"] = {.text = "[upos=AUX]", .where = {}};
  scheme.definitions["joined"] = {.text = "<{conj, xcomp}*", .where = {}};
  for (const auto& input : test::golden_inputs(test::data_folder() / "pattern", extension)) {
    const std::string text = test::read_file(input);
    std::string out;
    for (const auto stage : {Stage::lexemes, Stage::syntax, Stage::checked, Stage::program}) {
      Interner vocabulary;
      Diagnostics findings;
      const auto dumped = dump_stage(stage, text, {}, scheme, vocabulary, findings);
      out += dump(findings) + dumped.value_or("nothing") + "\n";
    }
    CAPTURE(input.string());
    test::check_golden(input, out);
  }
}

TEST_CASE("dump: every stage of a pattern") { check_stages(".pattern", dump); }

TEST_CASE("dump: every stage of a tree pattern") { check_stages(".tree", dump_tree); }

TEST_CASE("dump: every stage of a condition") {
  check_stages(".where", [](Stage stage, std::string_view text, const SourcePos& where, const Scheme& scheme,
                            Interner& vocabulary, Diagnostics& out) {
    return dump_where(stage, text, where, {"source", "cue", "target", "negation"}, scheme, vocabulary, out);
  });
}

}  // namespace
}  // namespace claimgraph::pattern
