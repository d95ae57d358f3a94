#include <cmath>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "claimgraph/extract/extractor.h"
#include "extract/training/calibration.h"
#include "extract/training/learner.h"
#include "extract/training/logistic.h"
#include "reading_rules.h"

namespace claimgraph::extract::training {
namespace {

TEST_CASE("fit_logistic: weights at which the gradient is nothing") {
  std::vector<Example> examples;
  // The first feature is a bias; the second goes with what is right three times of four, the third never.
  for (const float target : {1.0F, 1.0F, 1.0F, 0.0F})
    examples.push_back({.features = {{0, 1}, {1, 2}}, .target = target});
  for (int i = 0; i < 4; ++i) examples.push_back({.features = {{0, 1}, {2, 1}}, .target = 0});
  std::vector<const Example*> pointers;
  for (const Example& example : examples) pointers.push_back(&example);
  constexpr double kL2 = 0.1;
  const auto weights = fit_logistic(pointers, 3, {.l2 = kL2, .iterations = 200});
  std::vector<double> gradient = weights;
  for (double& each : gradient) each *= kL2;
  for (const Example& example : examples) {
    const double slope = 1 / (1 + std::exp(-log_odds(example, weights))) - example.target;
    for (const auto& [feature, value] : example.features) gradient[feature] += slope * value;
  }
  for (const double each : gradient) CHECK(each == doctest::Approx(0).epsilon(0.01));
  CHECK(log_odds(examples.front(), weights) > 0.5);
  CHECK(log_odds(examples.back(), weights) < -1);
}

TEST_CASE("calibrate: probabilities rise with the score, whatever was told") {
  std::vector<Told> told;
  for (int i = 0; i < 400; ++i) told.push_back({.value = i / 100.0, .right = i % 7 < i / 60});
  const auto points = calibrate(told);
  REQUIRE(points.size() > 3);
  for (std::size_t i = 1; i < points.size(); ++i) {
    CHECK(points[i - 1].score < points[i].score);
    CHECK(points[i - 1].probability <= points[i].probability);
  }
  CHECK(points.front().probability < 0.1);
  CHECK(points.back().probability > 0.8);
  CHECK(calibrate({}) == std::vector<AttributionModel::Point>{{.score = 0, .probability = 0.5}});
}

TEST_CASE("recalibrate: what was too sure of itself comes down, and still rises") {
  std::vector<AttributionModel::Point> points = {{.score = -1, .probability = 0.5}, {.score = 2, .probability = 0.9}};
  std::vector<Told> told;
  for (int i = 0; i < 100; ++i) told.push_back({.value = 0.5, .right = i % 10 < 3});
  for (int i = 0; i < 100; ++i) told.push_back({.value = 0.9, .right = i % 10 < 7});
  recalibrate(points, told);
  CHECK(points[0].score == -1);
  CHECK(points[0].probability == doctest::Approx(0.3).epsilon(0.05));
  CHECK(points[1].score == 2);
  CHECK(points[1].probability == doctest::Approx(0.7).epsilon(0.05));
}

TEST_CASE("reliability_of: what was told against what was seen") {
  std::vector<Told> told;
  for (int i = 0; i < 10; ++i) told.push_back({.value = 0.75, .right = i < 6});
  for (int i = 0; i < 10; ++i) told.push_back({.value = 1, .right = true});
  CHECK(dump(reliability_of(told)) ==
        "| confidence | predicted | observed | count |\n|---|---|---|---|\n"
        "| 0.7–0.8 | 0.750 | 0.600 | 10 |\n| 0.9–1.0 | 1.000 | 1.000 | 10 |\nexpected calibration error: 0.075\n");
}

// Keller says things; what the notice says nobody marked.
std::vector<Article> articles() {
  std::vector<Article> out;
  RuleRunner runner;
  for (int i = 0; i < 12; ++i) {
    auto document = read_by_hand(i % 2 == 0 ? "Keller/PROPN said/VERB/say that ships came .\nLind/PROPN slept ."
                                            : "Notices/NOUN/notice said/VERB/say that ships came .");
    std::vector<AttributionSpans> gold;
    if (i % 2 == 0) {
      const auto& s = document.spans;
      gold.push_back({.source = {s[0]}, .cue = {s[1]}, .content = {{s[2].begin, s[4].end}}});
    }
    out.push_back(read_article(reading_rules(), std::move(document), gold, runner));
  }
  return out;
}

TEST_CASE("learn: tells what annotators marked from what they did not") {
  const LearnerOptions options{.l2 = 0.1, .folds = 3, .least_matches = 5, .least_occurrences = 2};
  const Lesson lesson = learn(reading_rules(), articles(), options);
  CHECK(lesson.reachable == 1);
  CHECK(lesson.by_priority.precision() == doctest::Approx(0.5));
  CHECK(lesson.by_priority.recall() == 1);
  CHECK(lesson.by_model.f1() == 1);
  const AttributionModel model(lesson.model);
  Extractor extractor(reading_rules(), &model);
  CHECK(extractor.extract(read_by_hand("Marsh/PROPN said/VERB/say that rain fell .")).claims.size() == 1);
  CHECK(extractor.extract(read_by_hand("Notices/NOUN/notice said/VERB/say that rain fell .")).claims.empty());
  CHECK(dump(learn(reading_rules(), articles(), options).model) == dump(lesson.model));
}

TEST_CASE("is_right: half of the content and a word of the source") {
  const auto document = read_by_hand("Anna/PROPN Lind/PROPN said/VERB/say that ships came , she/PRON added .");
  const AttributionTokens gold{.source = {0, 1}, .cue = {2}, .content = {3, 4, 5}};
  struct Case {
    const char* what;
    AttributionTokens found;
    bool want;
  };
  const Case cases[] = {
      {"the same", gold, true},
      {"less of the source and the content", {.source = {1}, .cue = {2}, .content = {4, 5}}, true},
      {"too little of the content", {.source = {1}, .cue = {2}, .content = {5, 6, 7, 8}}, false},
      {"another source", {.source = {7}, .cue = {2}, .content = {3, 4, 5}}, false},
      {"no source", {.cue = {2}, .content = {3, 4, 5}}, false},
  };
  for (const auto& c : cases) {
    CAPTURE(c.what);
    CHECK(is_right(c.found, gold, document) == c.want);
  }
  CHECK(lies_within({.cue = {4}, .content = {5}}, gold));
  CHECK(!lies_within({.cue = {2}, .content = {5}}, gold));
}

TEST_CASE("align: one to one, what has most in common first") {
  const std::vector<AttributionTokens> gold = {{.cue = {1}, .content = {2, 3}}, {.cue = {5}, .content = {6, 7}}};
  const std::vector<AttributionTokens> found = {{.cue = {9}, .content = {3, 6, 7}},
                                                {.cue = {5}, .content = {6, 7}},
                                                {.cue = {1}, .content = {2, 3}},
                                                {.cue = {1}, .content = {2, 3}}};
  CHECK(align(found, gold) == std::vector<std::size_t>{2, 1, 0, 2});
}

}  // namespace
}  // namespace claimgraph::extract::training
