#include "claimgraph/extract/trial.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "claimgraph/extract/extractor.h"

#include "model/hand_document.h"
#include "reading_rules.h"
#include "support/temp_folder.h"

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
  const Trial before(reading_rules(), read_by_hand(kText), {.before = &first});
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

TEST_CASE("Trial: discards and scopes count, and are named") {
  const test::TempFolder folder;
  folder.write("r.yaml", R"yaml(
rules:
  - {name: mere, emit: {kind: discard, of: r/says}, pattern: 'merely say'}
  - {name: not, emit: {kind: scope, polarity: negative}, pattern: '(?<cue> not) (?<over> [])'}
  - {name: may, emit: {kind: scope, certainty: possible}, pattern: '(?<cue> may) not? (?<over> [])'}
  - {name: says, emit: {kind: attribution}, pattern: '(?<cue> say) (?<content> [upos=NOUN])'}
  - {name: back, emit: {kind: stance, position: support}, pattern: '(?<actor> []) []*? (?<cue> back) (?<target> [upos=NOUN])'}
)yaml");
  Diagnostics findings;
  const auto rules = rules::load(folder.path(), findings);
  REQUIRE_MESSAGE(rules, dump(findings));
  struct Case {
    const char* text;
    const char* rule;
    const char* field;
    const char* want;  // the value, who had a hand in it and by which word; or who leaves it out
  };
  constexpr Case kCases[] = {
      {"they/PRON say tolls/NOUN", "r/says", "polarity", "positive"},
      {"they/PRON not say tolls/NOUN", "r/says", "polarity", "negative by r/not 'not'"},
      {"they/PRON may not say tolls/NOUN", "r/says", "certainty", "possible by r/may 'may'"},
      {"they/PRON merely say tolls/NOUN", "r/says", "polarity", "left out by r/mere 'say'"},
      {"they/PRON not back tolls/NOUN", "r/back", "position", "oppose by r/not 'not'"},
      {"they/PRON may back tolls/NOUN", "r/back", "position", "left out by r/may 'may'"},
  };
  for (const auto& c : kCases) {
    CAPTURE(c.text);
    const Trial trial(*rules, model::hand_document(c.text, rules->vocabulary));
    const auto& tried = *std::find_if(rules->rules.begin(), rules->rules.end(),
                                      [&](const rules::Rule& one) { return one.name == c.rule; });
    const auto matches = trial.matches(tried);
    REQUIRE(matches.size() == 1);
    const auto shown = [&](const Intervention& by) {
      return " by " + by.rule->name + " '" + std::string(trial.document().text(by.words)) + "'";
    };
    const auto field = trial.field(tried, matches[0], c.field);
    const auto out = trial.left_out(tried, matches[0]);
    CHECK((out ? "left out" + shown(*out) : field.text + (field.scope ? shown(*field.scope) : "")) == c.want);
  }
}

TEST_CASE("Trial: claims are labelled as the model has them") {
  const test::TempFolder folder;
  folder.write("r.yaml", R"yaml(
rules:
  - {name: says, emit: {kind: attribution, needs: model}, pattern: '(?<cue> say) (?<content> [upos=NOUN]+)'}
  - {name: back, emit: {kind: stance, position: support, actor: source}, pattern: '(?<target> [in=Claim.content])'}
)yaml");
  Diagnostics findings;
  const auto rules = rules::load(folder.path(), findings);
  REQUIRE_MESSAGE(rules, dump(findings));
  const AttributionModel model(
      {.threshold = -1, .calibration = {{.score = 0, .probability = 0.5}}, .rules = {"r/says"}});
  const auto document = [&] { return model::hand_document("they/PRON say tolls/NOUN", rules->vocabulary); };
  const auto& back = rules->rules.back();
  CHECK(Trial(*rules, document()).matches(back).empty());
  CHECK(Trial(*rules, document(), {.model = &model}).matches(back).size() == 1);
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
