// What becomes of a pattern in each stage.
#include "claimgraph/pattern/stages.h"

#include <doctest/doctest.h>

#include "support/golden.h"

namespace claimgraph::pattern {
namespace {

TEST_CASE("dump: every stage of a pattern") {
  Scheme scheme;
  scheme.labels = {{"Actor", {"name", "type"}}, {"cues", {"sign"}}, {"hedges", {}}};
  scheme.definitions["verb"] = {.text = "[upos=VERB] | $aux", .where = {}};
  scheme.definitions["aux"] = {.text = "[upos=AUX]", .where = {}};
  for (const auto& input : test::golden_inputs(test::data_folder() / "pattern", ".pattern")) {
    const std::string text = test::read_file(input);
    std::string out;
    for (const auto stage : {Stage::lexemes, Stage::syntax, Stage::checked, Stage::program}) {
      Interner vocabulary;
      Diagnostics findings;
      const auto dumped = dump(stage, text, {}, scheme, vocabulary, findings);
      out += dump(findings) + dumped.value_or("nothing") + "\n";
    }
    CAPTURE(input.string());
    test::check_golden(input, out);
  }
}

}  // namespace
}  // namespace claimgraph::pattern
