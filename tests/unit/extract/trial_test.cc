#include "claimgraph/extract/trial.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "claimgraph/extract/extractor.h"

#include "reading_rules.h"

namespace claimgraph::extract {
namespace {

const rules::Rule& rule(std::string_view name) {
  for (const auto& one : reading_rules().rules) {
    if (one.name == name) return one;
  }
  FAIL("no rule ", std::string(name));
  return reading_rules().rules.front();
}

bool has_label(const Trial& trial, std::string_view name) {
  const auto label = trial.document().symbols.find(name);
  return label && trial.layer().has(*label);
}

TEST_CASE("Trial: a rule sees the labels that it sees in extraction") {
  constexpr const char* kText = "Anna/PROPN Orlova/PROPN said/VERB/say so/ADV ./PUNCT";
  CHECK(has_label(Trial(reading_rules(), read_by_hand(kText)), "NP"));
  // The first mention rule sees the lexicons alone.
  const auto& first = reading_rules().rules.front();
  const Trial before(reading_rules(), read_by_hand(kText), &first);
  CHECK_FALSE(has_label(before, "NP"));
  CHECK(has_label(before, "cues"));
}

TEST_CASE("Trial: matches, and what their fields come to and why") {
  const Trial trial(reading_rules(), read_by_hand("the/DET minister/NOUN did/AUX/do not/PART deny/VERB/deny that/SCONJ "
                                                  "it/PRON fell/VERB/fall"));
  const auto& that = rule("said/that");
  const auto matches = trial.matches(that);
  REQUIRE(matches.size() == 1);
  const auto polarity = trial.field(that, matches[0], "polarity");
  CHECK(polarity.text == "positive");  // denied, and that denied
  REQUIRE(polarity.stretch);
  CHECK(trial.document().text(trial.layer()[*polarity.stretch].tokens) == "deny");
  CHECK(trial.field(that, matches[0], "certainty").text == "certain");
  CHECK(trial.field(that, matches[0], "nothing").text.empty());
  CHECK_FALSE(trial.field(that, matches[0], "nothing").stretch);
}

TEST_CASE("Trial: a trace for each window of the rule, or for those asked for") {
  const Trial trial(reading_rules(),
                    read_by_hand("He/PRON left/VERB\nShe/PRON said/VERB/say that/SCONJ it/PRON fell/VERB"));
  const auto& that = rule("said/that");
  const auto traces = trial.trace(that);
  REQUIRE(traces.size() == 2);
  CHECK(traces[0].trace.matches.empty());
  CHECK(traces[0].trace.nearest);
  CHECK(traces[1].trace.matches.size() == 1);
  CHECK(trial.trace(that, TokenRange{2, 3}).size() == 1);
}

TEST_CASE("measure_into: what each rule costs and finds, over all documents") {
  std::vector<RuleWork> work(reading_rules().rules.size());
  Extractor extractor(reading_rules());
  extractor.measure_into(work);
  for (int i = 0; i < 2; ++i) {
    (void)extractor.extract(read_by_hand("the/DET minister/NOUN denied/VERB/deny that/SCONJ it/PRON fell/VERB"));
  }
  const auto& that = work[static_cast<std::size_t>(&rule("said/that") - reading_rules().rules.data())];
  CHECK(that.hits == 2);
  CHECK(that.starts >= that.hits);
  CHECK(that.time.count() > 0);
}

}  // namespace
}  // namespace claimgraph::extract
