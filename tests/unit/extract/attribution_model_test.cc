#include "claimgraph/extract/attribution_model.h"

#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <xxhash.h>

#include "extract/feature_list.h"

namespace claimgraph::extract {
namespace {

AttributionModel::Parts small() {
  return {.threshold = -0.5,
          .calibration = {{.score = -1, .probability = 0.2}, {.score = 1, .probability = 0.6}},
          .rules = {"said/loose", "said/that"},
          .weights = {{"bias", -0.25F}, {"cue.lemma=say", 1.5F}}};
}

// `lines` with the checksum that belongs to them.
std::string sealed(const std::string& lines) {
  return lines + fmt::format("checksum\t{:016x}\n", XXH64(lines.data(), lines.size(), 0));
}

TEST_CASE("AttributionModel: what dump() writes parse() reads") {
  const auto model = AttributionModel::parse(dump(small()));
  REQUIRE(model.has_value());
  CHECK(model->parts() == small());
  CHECK(dump(model->parts()) == dump(small()));
}

TEST_CASE("AttributionModel: weights go by the key of a feature's name, whole or in parts") {
  const AttributionModel model(small());
  FeatureList list;
  list.add({"cue.lemma=", "say"});
  list.add({"cue.lemma=", "sing"});
  CHECK(model.weight(list.all()[0].key) == 1.5);
  CHECK(model.weight(list.all()[1].key) == 0);
  CHECK(model.knows("said/that"));
  CHECK(!model.knows("said/tha"));
}

TEST_CASE("AttributionModel::probability: on a line between points, level beyond them, in hundredths") {
  const AttributionModel model(small());
  struct Case {
    double score, want;
  };
  constexpr Case kCases[] = {{-9, 0.2}, {-1, 0.2}, {0, 0.4}, {0.123, 0.42}, {1, 0.6}, {9, 0.6}};
  for (const auto& c : kCases) {
    CAPTURE(c.score);
    CHECK(model.probability(c.score) == doctest::Approx(c.want).epsilon(1e-12));
  }
}

TEST_CASE("AttributionModel::parse: refusals") {
  const std::string head = "claimgraph attribution model 1\n";
  const std::string body = "threshold\t0\ncalibration\t0\t0.5\n";
  struct Case {
    std::string text;
    const char* want;
  };
  const Case cases[] = {
      {"", "the attribution model is damaged: it does not begin as one"},
      {"claimgraph attribution model 2\n", "the attribution model is of version 2, not 1"},
      {head + body, "the attribution model is damaged: it has no checksum at its end"},
      {sealed(head + body).substr(1), "the attribution model is damaged: it does not begin as one"},
      {sealed(head + body) + "\n", "the attribution model is damaged: its checksum is another"},
      {head + body + "checksum\t0000000000000000\n", "the attribution model is damaged: its checksum is another"},
      {sealed(head), "the attribution model is damaged: it has no threshold or no calibration"},
      {sealed(head + "threshold\t0\n"), "the attribution model is damaged: it has no threshold or no calibration"},
      {sealed(head + body + "threshold\t0\n"), "the attribution model is damaged: line 4 breaks its grammar"},
      {sealed(head + "threshold\tnan\n"), "the attribution model is damaged: line 2 breaks its grammar"},
      {sealed(head + "threshold\t1x\n"), "the attribution model is damaged: line 2 breaks its grammar"},
      {sealed(head + "hue\tred\n"), "the attribution model is damaged: line 2 breaks its grammar"},
      {sealed(head + "calibration\t0\t1.5\n"), "the attribution model is damaged: line 2 breaks its grammar"},
      {sealed(head + "calibration\t0\n"), "the attribution model is damaged: line 2 breaks its grammar"},
      {sealed(head + body + "calibration\t0\t0.6\n"), "the attribution model is damaged: line 4 breaks its grammar"},
      {sealed(head + body + "calibration\t1\t0.4\n"), "the attribution model is damaged: line 4 breaks its grammar"},
      {sealed(head + body + "rule\t\n"), "the attribution model is damaged: line 4 breaks its grammar"},
      {sealed(head + body + "rule\tb\nrule\ta\n"), "the attribution model is damaged: line 5 breaks its grammar"},
      {sealed(head + body + "weight\ta\t1\nweight\ta\t2\n"),
       "the attribution model is damaged: line 5 breaks its grammar"},
      {sealed(head + body + "weight\ta\n"), "the attribution model is damaged: line 4 breaks its grammar"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const auto model = AttributionModel::parse(c.text);
    REQUIRE(!model.has_value());
    CHECK(model.error().message == c.want);
  }
}

TEST_CASE("AttributionModel::parse: no byte can be lost or changed unnoticed") {
  const std::string whole = dump(small());
  for (std::size_t i = 0; i < whole.size(); ++i) {
    CAPTURE(i);
    CHECK(!AttributionModel::parse(whole.substr(0, i)).has_value());
    std::string other = whole;
    other[i] = static_cast<char>(other[i] ^ 1);
    CHECK(!AttributionModel::parse(other).has_value());
  }
}

TEST_CASE("AttributionModel::load: a file that is not there") {
  const auto model = AttributionModel::load("/nowhere/attribution.model");
  REQUIRE(!model.has_value());
  CHECK(dump(model.error()) == "error: cannot read '/nowhere/attribution.model': No such file or directory");
}

}  // namespace
}  // namespace claimgraph::extract
