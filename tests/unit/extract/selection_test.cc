#include "extract/selection.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "claimgraph/extract/extractor.h"
#include "extract/candidate_features.h"
#include "extract/contest.h"
#include "extract/rivals.h"
#include "reading_rules.h"

namespace claimgraph::extract {
namespace {

// A model of some rules that weighs nothing but what is given.
AttributionModel model_of(std::vector<std::string> rules, std::vector<std::pair<std::string, float>> weights) {
  return AttributionModel({.threshold = -1,
                           .calibration = {{.score = -2, .probability = 0.1}, {.score = 2, .probability = 0.9}},
                           .rules = std::move(rules),
                           .weights = std::move(weights)});
}

// Each claim's rule, confidence and content.
std::string claims_of(std::string_view tokens, const AttributionModel& model) {
  const auto extraction = Extractor(reading_rules(), &model).extract(read_by_hand(tokens));
  std::string out;
  for (const auto& claim : extraction.claims) {
    out += claim.rule + " " + std::to_string(claim.confidence).substr(0, 4) + ":";
    for (const Span span : claim.content_spans) out += " " + extraction.source.text.substr(span.begin, span.size());
    out += "\n";
  }
  return out;
}

constexpr const char* kSaid = "Keller/PROPN said/VERB/say that ships came .";

TEST_CASE("select: between rules that the model knows its scores decide, and give the confidence") {
  struct Case {
    const char* what;
    std::vector<std::string> rules;
    std::vector<std::pair<std::string, float>> weights;
    const char* want;
  };
  const Case cases[] = {
      {"no rule is known: priority", {}, {}, "said/that 0.80: that ships came\n"},
      {"both are and propose the same: the earlier, with the better score",
       {"said/loose", "said/that"},
       {{"rule=said/loose", 1}},
       "said/that 0.70: that ships came\n"},
      {"as good: the earlier", {"said/loose", "said/that"}, {}, "said/that 0.50: that ships came\n"},
      {"neither is believed", {"said/loose", "said/that"}, {{"bias", -2}}, ""},
      {"the earlier is not known: it stays",
       {"said/loose"},
       {{"rule=said/loose", 9}},
       "said/that 0.80: that ships came\n"},
      {"the later is not known, the earlier is believed", {"said/that"}, {}, "said/that 0.50: that ships came\n"},
      {"the later is not known, the earlier is not believed",
       {"said/that"},
       {{"bias", -2}},
       "said/loose 0.40: that ships came\n"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.what);
    CHECK(claims_of(kSaid, model_of(c.rules, c.weights)) == c.want);
  }
}

TEST_CASE("select: a report within a report that stands needs no model to believe it") {
  const std::string_view text = "Keller/PROPN said/VERB/say that Baum/PROPN said/VERB/say that ships came .";
  const std::vector<std::string> rules = {"said/that", "said/that-within"};
  CHECK(claims_of(text, model_of(rules, {{"rule=said/that-within", -9}})) ==
        "said/that 0.50: that Baum said that ships came\nsaid/that-within 0.70: that ships came\n");
  CHECK(claims_of(text, model_of(rules, {{"bias", -9}})).find("that-within") == std::string::npos);
}

TEST_CASE("Contest: the best scores of others for the same cue, within and around") {
  const std::vector<Attribution> candidates = {
      {.source = TokenRange{0, 1}, .cue = TokenRange{1, 2}, .contents = {{2, 7}}, .score = 3},
      {.source = TokenRange{0, 1}, .cue = TokenRange{1, 2}, .contents = {{2, 4}}, .score = 0},
      {.cue = TokenRange{1, 2}, .contents = {{2, 7}}, .score = -9},
      {.source = TokenRange{4, 5}, .cue = TokenRange{5, 6}, .contents = {{6, 7}}, .score = -3},
  };
  const std::vector<std::uint32_t> numbers = {0, 1, 2, 3}, heads = {1, 1, 1, 5};
  const Rivals rivals(8, candidates, numbers, heads);
  const Contest contest(8, candidates, numbers, heads, rivals);
  const auto seen = [&](std::uint32_t number) {
    std::map<std::uint64_t, std::string> names;
    FeatureList list(names);
    contest.read(number, list);
    std::map<std::string, float> out;
    for (const Feature& feature : list.all()) out[names.at(feature.key)] = feature.value;
    return out;
  };
  using Seen = std::map<std::string, float>;
  CHECK(seen(0) == Seen{{"second", 1},
                        {"second.own", 0.75F},
                        {"second.own.likely", 0.5F},
                        {"second.content", 0.5F},
                        {"second.within", 0.25F}});
  CHECK(seen(2) ==
        Seen{{"second", 1}, {"second.source", 0.75F}, {"second.source.likely", 0.5F}, {"second.within", 0.25F}});
  CHECK(seen(3) ==
        Seen{{"second", 1}, {"second.own", 0.25F}, {"second.around", 0.75F}, {"second.around.likely", 0.5F}});
}

TEST_CASE("select: a model that weighs the scores looks twice") {
  const std::vector<std::string> rules = {"said/that"};
  CHECK(claims_of(kSaid, model_of(rules, {{"bias", 3}, {"second", -9}})).find("said/that 0.90") == 0);
  CHECK(claims_of(kSaid, model_of(rules, {{"bias", 3}, {"second.own", 4}, {"second", -3}})).find("said/that 0.50") ==
        0);
}

TEST_CASE("CandidateFeatures: names tell what was seen") {
  auto document = read_by_hand(
      "Keller/PROPN/keller/2:nsubj/NNP said/VERB/say/0:root/VBD that/SCONJ/that/5:mark "
      "ships/NOUN/ship/5:nsubj came/VERB/come/2:ccomp ./PUNCT");
  pattern::Layer layer(document.size());
  layer.add({2, 3}, document.symbols.intern("Marker"), {});
  const rules::Rule* rule = reading_rules().rules.data();
  const std::vector<Attribution> candidates = {
      {.rule = rule, .source = TokenRange{0, 1}, .cue = TokenRange{1, 2}, .contents = {{2, 5}}},
      {.rule = rule, .source = TokenRange{0, 1}, .cue = TokenRange{1, 2}, .contents = {{3, 5}}},
  };
  const CandidateFeatures features(document, layer, candidates, {0, 1});
  std::map<std::uint64_t, std::string> names;
  FeatureList list(names);
  features.read(0, list);
  std::set<std::string> seen;
  for (const auto& feature : list.all()) seen.insert(names.at(feature.key));
  for (const char* wanted :
       {"bias", "cue.lemma=say", "cue.lemma/frame=say/that", "cue.tag=VBD", "source.kind=name",
        "source.link=under/nsubj", "content.first=that", "content.link=under/ccomp", "content.size=3",
        "order=before/after", "content.gap=0/after", "cue.before=keller", "cue.next=that", "cue.parent=say/root",
        "content.last=came", "rivals.narrower=1", "rivals.wider=0", "rivals.before=0"}) {
    CAPTURE(wanted);
    CHECK(seen.contains(wanted));
  }
  CHECK(list.all().size() == seen.size());
}

}  // namespace
}  // namespace claimgraph::extract
