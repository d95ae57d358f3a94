#include "nlp/network.h"

#include <limits>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "model/naive_network.h"
#include "nlp/arc_distance.h"

namespace claimgraph::nlp {
namespace {

constexpr std::size_t kVocabulary = 50;
constexpr std::size_t kTrained = 30;

class RandomModel {
 public:
  explicit RandomModel(unsigned seed) : random_(seed) {}

  ModelFile make() {
    constexpr std::uint32_t kState = 12, kArc = 7, kRelation = 9, kWord = 8, kVector = 8, kAffix = 8, kShape = 4;
    add_labels("words", kVocabulary), add_labels("upos", 5), add_labels("xpos", 6), add_labels("feats", 7);
    add_labels("deprels", 5);
    out_.labels["names"] = {"O", "B-PER", "L-PER", "U-PER"};
    add_bytes("words", kTrained, kWord), add_bytes("vectors", kVocabulary, kVector),
        add_bytes("affixes", kAffixRows, kAffix);
    add_bytes("shapes", kLookRows, kShape);
    add_floats("embedding.factors", 1, kWord + kVector + kAffix + kShape);
    for (const char* direction : {"forward", "backward"}) {
      add_direction(std::string("layer1.") + direction, kWord + kVector + kAffix + kShape, kState);
      add_direction(std::string("layer2.") + direction, 2 * kState, kState);
    }
    add_bytes("tags", 5 + 6 + 7 + 4, 2 * kState), add_floats("tags.bias", 1, 5 + 6 + 7 + 4);
    add_bytes("syntax", 4 + 2 * kArc + 2 * kRelation, 2 * kState);
    add_floats("syntax.bias", 1, 4 + 2 * kArc + 2 * kRelation);
    add_floats("biaffine", kArc, kArc), add_floats("head.prior", 1, kArc), add_floats("root.head", 1, kArc);
    add_floats("distance", 1, kArcDistances), add_floats("root.relation", 1, kRelation);
    add_floats("relation", kRelation, 5), add_floats("relation.bias", 1, 5);
    return out_;
  }

 private:
  void add_labels(const std::string& name, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) out_.labels[name].push_back(name + std::to_string(i));
  }
  void add_bytes(const std::string& name, std::uint32_t rows, std::uint32_t cols) {
    ByteTable table{.rows = rows, .cols = cols, .scales = {}, .values = {}};
    for (std::uint32_t i = 0; i < rows; ++i) table.scales.push_back(0.01F * static_cast<float>(1 + random_() % 5));
    for (std::uint32_t i = 0; i < rows * cols; ++i) table.values.push_back(static_cast<std::int8_t>(random_() % 256));
    out_.bytes[name] = std::move(table);
  }
  void add_floats(const std::string& name, std::uint32_t rows, std::uint32_t cols) {
    FloatTable table{.rows = rows, .cols = cols, .values = {}};
    for (std::uint32_t i = 0; i < rows * cols; ++i) {
      table.values.push_back(static_cast<float>(random_() % 2001) / 1000.0F - 1.0F);
    }
    out_.floats[name] = std::move(table);
  }
  void add_direction(const std::string& name, std::uint32_t input, std::uint32_t state) {
    add_bytes(name + ".input", 4 * state, input), add_bytes(name + ".recurrent", 4 * state, state);
    add_floats(name + ".bias", 1, 4 * state);
  }

  std::mt19937 random_;
  ModelFile out_;
};

std::vector<WordRows> random_sentence(std::mt19937& random, std::size_t words) {
  std::vector<WordRows> out(words);
  const auto below = [&](std::size_t n) { return static_cast<std::uint32_t>(random() % n); };
  for (WordRows& word : out) {
    word.vector = below(kVocabulary);
    word.word = word.vector < kTrained ? word.vector : 0;
    for (auto& affix : word.affixes) affix = below(kAffixRows);
    word.shape = below(kShapeRows);
    word.context = kShapeRows + below(kContextRows);
    word.gazetteer = gazetteer_row(below(kGazetteerRows));
  }
  return out;
}

using Analyses = std::vector<std::vector<WordAnalysis>>;

Analyses run(const Network& network, const std::vector<std::vector<WordRows>>& sentences, NetworkBuffers& buffers) {
  Analyses out;
  std::vector<SentenceRows> in;
  for (const auto& sentence : sentences) in.emplace_back(sentence), out.emplace_back(sentence.size());
  std::vector<std::span<WordAnalysis>> places(out.begin(), out.end());
  network.run(in, places, buffers);
  return out;
}

TEST_CASE("run: agrees with the naive network, whatever the batch and the instructions") {
  std::mt19937 random(6);
  for (unsigned seed = 1; seed <= 3; ++seed) {
    const ModelFile model = RandomModel(seed).make();
    std::vector<std::vector<WordRows>> sentences;
    for (const std::size_t words : {1U, 9U, 4U, 30U, 9U, 2U, 17U, 70U, 3U}) {
      sentences.push_back(random_sentence(random, words));
    }
    Analyses want;
    for (const auto& sentence : sentences) want.push_back(analyse_naively(model, sentence));
    for (const auto instructions : {Instructions::plain, Instructions::avx2, Instructions::avx512}) {
      if (instructions > best_instructions()) continue;
      const auto network = Network::from(model, instructions);
      REQUIRE(network.has_value());
      NetworkBuffers buffers;
      Analyses got = run(*network, sentences, buffers);
      CHECK((run(*network, {sentences[3]}, buffers)[0] == got[3]));
      CHECK((got == want));
    }
  }
}

TEST_CASE("run: no sentence") {
  const auto network = Network::from(RandomModel(1).make(), best_instructions());
  REQUIRE(network.has_value());
  NetworkBuffers buffers;
  CHECK(run(*network, {}, buffers).empty());
}

TEST_CASE("from: parts that are missing or do not fit are refused by name") {
  const ModelFile good = RandomModel(1).make();
  const auto error_of = [](const ModelFile& model) {
    const auto network = Network::from(model, Instructions::plain);
    return network ? std::string() : network.error().message;
  };
  CHECK(error_of(good).empty());
  constexpr const char* kRest = " is missing or has another size than the rest wants";
  const auto want = [&](const std::string& part) { return "the model is damaged: its part '" + part + "'" + kRest; };
  for (const auto& [name, table] : good.bytes) {
    ModelFile bad = good;
    bad.bytes.erase(name);
    CHECK(error_of(bad) == want(name));
  }
  for (const auto& [name, table] : good.floats) {
    CAPTURE(name);
    ModelFile bad = good;
    bad.floats.erase(name);
    CHECK(error_of(bad) == want(name));
    bad = good;
    bad.floats[name].values[0] = 1e38F;
    CHECK(error_of(bad) == "the model is damaged: its part '" + name + "' holds what is no number or one beyond 10000");
    bad = good;
    bad.floats[name].values[0] = std::numeric_limits<float>::quiet_NaN();
    CHECK(error_of(bad) == "the model is damaged: its part '" + name + "' holds what is no number or one beyond 10000");
  }
  ModelFile bad = good;
  bad.labels["upos"].push_back("one too many");
  CHECK(error_of(bad) == want("tags"));
  bad = good;
  bad.labels["names"].resize(257);
  CHECK(error_of(bad) == want("names"));
  bad = good;
  bad.labels.erase("names");
  CHECK(error_of(bad) == want("names"));
}

}  // namespace
}  // namespace claimgraph::nlp
