#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "nlp/training/lstm.h"
#include "nlp/training/matrix.h"
#include "nlp/training/parameter.h"
#include "nlp/training/sentence.h"

namespace claimgraph::nlp::training {

// Sizes, in numbers a word. The defaults are those of the model that is shipped.
struct NetworkShape {
  std::size_t word = 96;
  std::size_t affix = 64;
  std::size_t shape = 32;
  std::size_t state = 128;  // of each direction of each layer
  std::size_t arc = 96;
  std::size_t relation = 128;
};

// Shares of numbers that are dropped in training.
struct Dropout {
  float embedding = 0.3F;
  float layer = 0.33F;
  float recurrent = 0.2F;
  float head = 0.25F;
  float rare_word = 1.0F;  // a word met n times is taken for an unknown one with probability r / (r + n)
};

// Two layers of bidirectional LSTM over word embeddings: tags are read off the first, heads (biaffine scores, Dozat
// and Manning 2017) and relations off the second, names off both.
struct Network {
  NetworkShape shape;
  std::shared_ptr<const Matrix> vectors;  // the inventory's: given, not trained
  Parameter words, affixes, shapes;       // embedding tables
  Lstm layer1[2], layer2[2];              // forward, backward
  Parameter upos, xpos, feats, names;     // labels x 2 state
  Parameter upos_bias, xpos_bias, feats_bias, names_bias;
  Parameter dependent, dependent_bias;      // arc x 2 state
  Parameter head, head_bias;                // arc x 2 state
  Parameter biaffine;                       // arc x arc
  Parameter head_prior;                     // 1 x arc
  Parameter distance;                       // 1 x distances
  Parameter root_head;                      // 1 x arc: the root as a head
  Parameter relation_dependent;             // relation x 2 state
  Parameter relation_head;                  // relation x 2 state
  Parameter relation_bias;                  // 1 x relation
  Parameter root_relation;                  // 1 x relation: the root as a head
  Parameter relation;                       // labels x relation
  Parameter low_names;                      // labels x 2 state: what the first layer says of names
  Parameter other_names, other_names_bias;  // for training alone
  Parameter relation_label_bias;            // 1 x labels

  Network(const NetworkShape& its_shape, const Inventory& inventory, Random& random);
  std::vector<Parameter*> parameters();
};

// Sentences in the order of their packing, longest first.
struct Batch {
  std::vector<const EncodedSentence*> sentences;
  Packing packing;

  explicit Batch(std::vector<const EncodedSentence*> its_sentences);
  std::size_t row(std::size_t sentence, std::size_t token) const { return packing.offset[token] + sentence; }
};

struct TrainingOptions {
  Dropout dropout;
  std::span<const std::uint32_t> word_counts;  // by word number
};

// The loss a token, after adding the gradients of the batch to the parameters.
double accumulate_gradients(Network& network, const Batch& batch, const TrainingOptions& options, Random& random);

// Labels as numbers and heads (0 for the root), one place a token.
struct Parse {
  std::vector<std::int32_t> upos, xpos, feats, names, other_names, deprels;
  std::vector<std::uint32_t> heads;
};

// The embedded words of a batch, a row a token.
Matrix embedded(const Network& network, const Batch& batch);

// What the networks together find likeliest: logarithms of probabilities are averaged. In the batch's order.
std::vector<Parse> predict(std::span<const Network* const> networks, const Batch& batch);

}  // namespace claimgraph::nlp::training
