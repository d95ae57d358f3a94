#include "nlp/training/recipe.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <xxhash.h>

#include "claimgraph/text/segmenter.h"
#include "nlp/training/treebank.h"

namespace claimgraph::nlp::training {
namespace {

constexpr float kWarmupSteps = 400;
constexpr float kLeastRate = 0.005F;  // share of the full one

std::vector<EncodedSentence> encoded(std::span<const Sentence> sentences, const Inventory& inventory) {
  std::vector<EncodedSentence> out;
  out.reserve(sentences.size());
  for (const auto& sentence : sentences) out.push_back(encode(sentence, inventory));
  return out;
}

using Stream = std::vector<const EncodedSentence*>;

void append(const std::vector<EncodedSentence>& sentences, Stream& out) {
  for (const auto& sentence : sentences) out.push_back(&sentence);
}

// All sentences of all epochs in order, and where each epoch ends.
struct Schedule {
  Stream stream;
  std::vector<std::size_t> ends;
};

Schedule schedule_of(const Recipe& recipe, const std::vector<EncodedSentence>& gold,
                     const std::vector<EncodedSentence>& silver, Random& random) {
  Schedule out;
  for (std::size_t epoch = 0; epoch < recipe.silver_epochs + recipe.epochs; ++epoch) {
    Stream sentences;
    if (epoch < recipe.silver_epochs) append(silver, sentences);
    append(gold, sentences);
    shuffle(sentences, random);
    out.stream.insert(out.stream.end(), sentences.begin(), sentences.end());
    out.ends.push_back(out.stream.size());
  }
  return out;
}

// Every gradient divided by the number of sentences.
void average(Network& network, std::size_t sentences) {
  const float share = 1.0F / static_cast<float>(sentences);
  for (Parameter* p : network.parameters()) {
    if (p->sparse) {
      for (const std::uint32_t row : p->touched) {
        for (std::size_t j = 0; j < p->value.cols; ++j) p->gradient.row(row)[j] *= share;
      }
    } else {
      for (float& g : p->gradient.data) g *= share;
    }
  }
}

std::vector<std::string> names_of(const std::vector<std::int32_t>& labels, const LabelSet& set) {
  std::vector<std::string> out;
  out.reserve(labels.size());
  for (const std::int32_t label : labels) out.push_back(set.names()[static_cast<std::size_t>(label)]);
  return out;
}

void take(const Parse& parse, const Inventory& inventory, Sentence& out) {
  out.upos = names_of(parse.upos, inventory.upos);
  out.xpos = names_of(parse.xpos, inventory.xpos);
  out.feats = names_of(parse.feats, inventory.feats);
  out.deprels = names_of(parse.deprels, inventory.deprels);
  out.heads = parse.heads;
  out.names = from_bilou(names_of(parse.names, inventory.names));
  out.other_names = from_bilou(names_of(parse.other_names, inventory.names));
}

// Takes in bytes and strings, one behind the other.
class Fingerprint {
 public:
  Fingerprint() : state_(XXH64_createState(), XXH64_freeState) { XXH64_reset(state_.get(), 0); }

  void add(const void* bytes, std::size_t size) { XXH64_update(state_.get(), bytes, size); }
  void add(std::uint64_t number) { add(&number, sizeof number); }
  void add(float number) { add(&number, sizeof number); }
  void add(const std::vector<std::string>& texts) {
    add(texts.size());
    for (const auto& text : texts) add(text.size()), add(text.data(), text.size());
  }
  void add(std::span<const Sentence> sentences) {
    add(sentences.size());
    for (const Sentence& s : sentences) {
      for (const auto* column : {&s.words, &s.upos, &s.xpos, &s.feats, &s.deprels, &s.names, &s.other_names}) {
        add(*column);
      }
      add(s.heads.data(), s.heads.size() * sizeof s.heads[0]);
    }
  }
  std::uint64_t digest() const { return XXH64_digest(state_.get()); }

 private:
  std::unique_ptr<XXH64_state_t, XXH_errorcode (*)(XXH64_state_t*)> state_;
};

}  // namespace

std::uint64_t fingerprint_of(const Recipe& recipe, const Inventory& inventory, std::span<const Sentence> gold,
                             std::span<const Sentence> silver) {
  Fingerprint out;
  const NetworkShape& shape = recipe.shape;
  for (const std::size_t size : {shape.word, shape.affix, shape.shape, shape.state, shape.arc, shape.relation,
                                 recipe.silver_epochs, recipe.epochs, recipe.batch_words, recipe.seed}) {
    out.add(std::uint64_t{size});
  }
  const Dropout& dropout = recipe.dropout;
  for (const float number :
       {dropout.embedding, dropout.layer, dropout.recurrent, dropout.head, dropout.rare_word, recipe.rate}) {
    out.add(number);
  }
  for (const auto* labels :
       {&inventory.words, &inventory.upos, &inventory.xpos, &inventory.feats, &inventory.deprels, &inventory.names}) {
    out.add(labels->names());
  }
  out.add(std::uint64_t{inventory.trained_words});
  out.add(inventory.vectors->data.data(), inventory.vectors->data.size() * sizeof(float));
  for (const auto& [word, lists] : inventory.gazetteers)
    out.add(word.data(), word.size()), out.add(std::uint64_t{lists});
  out.add(gold), out.add(silver);
  return out.digest();
}

Network train(const Recipe& recipe, const Inventory& inventory, std::span<const Sentence> gold,
              std::span<const Sentence> silver, const std::function<void(const Progress&)>& report) {
  Random random(recipe.seed);
  Network network(recipe.shape, inventory, random);
  auto counts = count_words(inventory, gold);
  const auto silver_counts = count_words(inventory, silver);
  for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += silver_counts[i] - 1;  // both begin at one
  const auto gold_sentences = encoded(gold, inventory), silver_sentences = encoded(silver, inventory);
  const Schedule schedule = schedule_of(recipe, gold_sentences, silver_sentences, random);
  const TrainingOptions options{.dropout = recipe.dropout, .word_counts = counts};
  Adam adam(network.parameters());
  double loss = 0;
  std::size_t steps = 0, epoch_steps = 0, epoch = 0;
  for (std::size_t at = 0; at < schedule.stream.size();) {
    Stream sentences;
    for (std::size_t words = 0; at < schedule.stream.size() && words < recipe.batch_words; ++at) {
      words += schedule.stream[at]->size();
      sentences.push_back(schedule.stream[at]);
    }
    const std::size_t count = sentences.size();
    loss += accumulate_gradients(network, Batch(std::move(sentences)), options, random);
    average(network, count);
    const float left = 1.0F - static_cast<float>(at) / static_cast<float>(schedule.stream.size());
    adam.step({.rate = recipe.rate * std::min(1.0F, static_cast<float>(steps + 1) / kWarmupSteps) *
                       std::max(kLeastRate, left)});
    ++steps, ++epoch_steps;
    if (at < schedule.ends[epoch]) continue;
    ++epoch;
    report({.epoch = epoch, .epochs = schedule.ends.size(), .loss = loss / static_cast<double>(epoch_steps)});
    loss = 0, epoch_steps = 0;
  }
  return network;
}

void label(std::span<const Network* const> networks, const Inventory& inventory, std::span<Sentence> sentences) {
  constexpr std::size_t kBatch = 64;
  for (std::size_t begin = 0; begin < sentences.size(); begin += kBatch) {
    const auto part = sentences.subspan(begin, std::min(kBatch, sentences.size() - begin));
    for (Sentence& sentence : part) sentence = {.words = std::move(sentence.words)};
    const auto numbers = encoded(part, inventory);
    Stream stream;
    append(numbers, stream);
    const Batch batch(std::move(stream));
    const auto parses = predict(networks, batch);
    for (std::size_t i = 0; i < parses.size(); ++i) {
      take(parses[i], inventory, part[static_cast<std::size_t>(batch.sentences[i] - numbers.data())]);
    }
  }
}

std::vector<Sentence> sentences_of(std::string_view text) {
  constexpr std::uint32_t kFewest = 3, kMost = 120;
  const auto segmentation = text::segment(text);
  std::vector<Sentence> out;
  for (const TokenRange range : segmentation.sentences) {
    if (range.size() < kFewest || range.size() > kMost) continue;
    Sentence sentence;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const Span span = segmentation.tokens[i];
      sentence.words.emplace_back(text.substr(span.begin, span.size()));
    }
    out.push_back(std::move(sentence));
  }
  return out;
}

}  // namespace claimgraph::nlp::training
