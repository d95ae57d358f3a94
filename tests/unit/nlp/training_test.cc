#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "nlp/network.h"
#include "nlp/training/network.h"
#include "nlp/training/quantise.h"
#include "nlp/training/recipe.h"
#include "nlp/training/treebank.h"
#include "nlp/training/vectors.h"
#include "support/golden.h"

namespace claimgraph::nlp::training {
namespace {

std::vector<Sentence> tiny_treebank() {
  auto sentences = load_treebank(test::data_folder() / "nlp/tiny.conllu");
  REQUIRE(sentences.has_value());
  const auto named = add_names(test::data_folder() / "nlp/tiny.bio", *sentences, &Sentence::names);
  REQUIRE(named.value() == sentences->size());
  (*sentences)[0].other_names = (*sentences)[1].names;
  return *std::move(sentences);
}

Inventory tiny_inventory(const std::vector<Sentence>& sentences) {
  Inventory out = take_inventory(sentences, {}, {.gold_count = 1});
  REQUIRE(add_vectors(test::data_folder() / "nlp/tiny.vectors", 5, out).has_value());
  return out;
}

constexpr NetworkShape kTiny = {.word = 8, .affix = 8, .shape = 8, .state = 12, .arc = 8, .relation = 8};
constexpr Dropout kNone = {.embedding = 0, .layer = 0, .recurrent = 0, .head = 0, .rare_word = 0};

TEST_CASE("accumulate_gradients: the gradient is the slope of the loss") {
  const auto sentences = tiny_treebank();
  const Inventory inventory = tiny_inventory(sentences);
  std::vector<EncodedSentence> encoded;
  for (const auto& sentence : sentences) encoded.push_back(encode(sentence, inventory));
  std::vector<const EncodedSentence*> pointers;
  for (const auto& sentence : encoded) pointers.push_back(&sentence);
  const Batch batch(pointers);
  const std::vector<std::uint32_t> counts(inventory.words.size(), 1);
  const TrainingOptions options{.dropout = kNone, .word_counts = counts};
  Random random(5);
  Network network(kTiny, inventory, random);
  // Far from the kink of the rectifiers, where there is no slope.
  for (Parameter* p : {&network.dependent_bias, &network.head_bias, &network.relation_bias}) {
    std::fill(p->value.data.begin(), p->value.data.end(), 2.0F);
  }
  const auto loss = [&] {
    Random unused(1);
    return accumulate_gradients(network, batch, options, unused) * static_cast<double>(batch.packing.rows());
  };
  const auto clear = [&] {
    for (Parameter* p : network.parameters()) std::fill(p->gradient.data.begin(), p->gradient.data.end(), 0.0F);
  };
  loss();
  std::vector<Matrix> gradients;
  for (Parameter* p : network.parameters()) gradients.push_back(p->gradient);
  clear();
  const auto parameters = network.parameters();
  for (std::size_t k = 0; k < parameters.size(); ++k) {
    // The steepest place of each parameter: most embeddings are not met.
    const auto& gradient = gradients[k].data;
    const auto steepest = static_cast<std::size_t>(
        std::max_element(gradient.begin(), gradient.end(), [](float a, float b) { return std::abs(a) < std::abs(b); }) -
        gradient.begin());
    float& value = parameters[k]->value.data[steepest];
    const float before = value;
    constexpr float kStep = 0.003F;
    value = before + kStep;
    const double above = loss();
    value = before - kStep;
    const double below = loss();
    value = before;
    clear();
    CAPTURE(parameters[k]->name);
    CHECK(gradient[steepest] != 0);
    CHECK((above - below) / (2 * kStep) == doctest::Approx(gradient[steepest]).epsilon(0.05));
  }
}

// The share of words whose tag, head and relation are right.
double accuracy(const Network& network, const Inventory& inventory, const std::vector<Sentence>& gold) {
  std::vector<Sentence> labelled = gold;
  const Network* const networks[] = {&network};
  label(networks, inventory, labelled);
  double right = 0, words = 0;
  for (std::size_t s = 0; s < gold.size(); ++s) {
    for (std::size_t i = 0; i < gold[s].size(); ++i) {
      ++words;
      right += labelled[s].upos[i] == gold[s].upos[i] && labelled[s].heads[i] == gold[s].heads[i] &&
                       labelled[s].deprels[i] == gold[s].deprels[i]
                   ? 1
                   : 0;
    }
  }
  return right / words;
}

TEST_CASE("train: learns a small treebank by heart, the same with the same seed; 8 bits keep what it learned") {
  const auto sentences = tiny_treebank();
  const Inventory inventory = tiny_inventory(sentences);
  const Recipe recipe{.shape = kTiny, .dropout = kNone, .epochs = 150, .batch_words = 10, .rate = 0.01F, .seed = 4};
  std::size_t epochs = 0;
  const auto count = [&](const Progress& progress) { epochs = progress.epoch; };
  const Network network = train(recipe, inventory, sentences, {}, count);
  CHECK(epochs == 150);
  CHECK(accuracy(network, inventory, sentences) > 0.95);
  const Network again = train(recipe, inventory, sentences, {}, count);
  CHECK(again.biaffine.value.data == network.biaffine.value.data);
  CHECK(again.words.value.data == network.words.value.data);

  std::vector<EncodedSentence> encoded;
  for (const auto& sentence : sentences) encoded.push_back(encode(sentence, inventory));
  const auto shipped = nlp::Network::from(quantised(network, inventory, encoded), Instructions::plain);
  REQUIRE(shipped.has_value());
  double right = 0, words = 0;
  NetworkBuffers buffers;
  for (const auto& sentence : encoded) {
    std::vector<WordRows> rows;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      const std::uint32_t word = sentence.words[i];
      rows.push_back({.word = word < inventory.trained_words ? word : 0,
                      .vector = word,
                      .affixes = sentence.affixes[i],
                      .shape = sentence.shapes[i],
                      .context = sentence.contexts[i],
                      .gazetteer = sentence.gazetteers[i]});
    }
    std::vector<WordAnalysis> out(rows.size());
    const SentenceRows in[] = {rows};
    const std::span<WordAnalysis> places[] = {out};
    shipped->run(in, places, buffers);
    for (std::size_t i = 0; i < out.size(); ++i) {
      ++words;
      right += out[i].head == sentence.heads[i] && out[i].deprel == sentence.deprels[i] ? 1 : 0;
    }
  }
  CHECK(right / words > 0.95);
}

TEST_CASE("to_bilou and back") {
  const std::vector<std::string> bio = {"O", "B-PER", "I-PER", "B-LOC", "O", "B-ORG", "I-ORG", "I-ORG"};
  const std::vector<std::string> bilou = {"O", "B-PER", "L-PER", "U-LOC", "O", "B-ORG", "I-ORG", "L-ORG"};
  CHECK(to_bilou(bio) == bilou);
  CHECK(from_bilou(bilou) == bio);
  CHECK(to_bilou({}).empty());
}

TEST_CASE("load_treebank: what is not there") {
  const auto missing = load_treebank("/nowhere/at-all.conllu");
  REQUIRE(!missing.has_value());
  CHECK(missing.error().message == "cannot open '/nowhere/at-all.conllu'");
}

}  // namespace
}  // namespace claimgraph::nlp::training
