#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "claimgraph/base/error.h"
#include "nlp/kernels.h"
#include "nlp/model_file.h"
#include "nlp/name_decoder.h"
#include "nlp/word_features.h"

namespace claimgraph::nlp {

// A word as the embedding tables know it.
struct WordRows {
  std::uint32_t word = 0;
  std::uint32_t vector = 0;
  AffixRows affixes{};
  std::uint32_t shape = 0;
  std::uint32_t context = 0;
  std::uint32_t gazetteer = 0;
};

// What the network says of one word: numbers of labels, and the head (0 for the root, else from 1).
struct WordAnalysis {
  std::uint16_t upos = 0, xpos = 0, feats = 0, name = 0, deprel = 0;
  std::uint32_t head = 0;

  friend bool operator==(const WordAnalysis&, const WordAnalysis&) = default;
};

using SentenceRows = std::span<const WordRows>;

// Memory that is used again from batch to batch. One a thread.
struct NetworkBuffers {
  // By row of the batch: the words at one place in their sentences are neighbours, longest sentence first.
  std::vector<std::size_t> order;   // the sentence that stands n-th
  std::vector<std::size_t> offset;  // the first row of each place; the last is the number of rows
  std::vector<std::uint8_t> embedded, hidden1, hidden2;
  std::vector<float> sum, gates, cells, outputs, names;
  std::vector<std::int32_t> products, state_products;
  // By word of the sentence at hand.
  std::vector<float> heads, turned, scores, relation;
  std::vector<std::uint32_t> tree;
  std::vector<std::uint16_t> name_labels;
};

// Two layers of bidirectional LSTM over embedded words: tags are read off the first, heads (biaffine scores, Dozat
// and Manning 2017) and relations off the second, names off both. Weights have 8 bits. Immutable, thread-safe.
class Network {
 public:
  // Sentences that are best given at once: a weight is then loaded once for all.
  static constexpr std::size_t kBatch = 32;

  // Refuses, as corruption, a model whose parts do not fit together.
  static Result<Network> from(const ModelFile& model, Instructions instructions);

  // Analyses a few sentences; the result of each does not depend on the others, nor on the instructions.
  // REQUIRES: no sentence is empty; the spans of `out` have the sizes of `sentences`.
  void run(std::span<const SentenceRows> sentences, std::span<const std::span<WordAnalysis>> out,
           NetworkBuffers& buffers) const;

 private:
  struct Direction {
    PackedWeights input, recurrent;
    std::vector<float> input_scales, recurrent_scales, bias;
  };
  // What is read off a layer, in one product.
  struct Readout {
    PackedWeights weights;
    std::vector<float> scales, bias;
  };
  // Where the parts of a readout begin; the last is its size.
  struct TagParts {
    std::size_t xpos = 0, feats = 0, names = 0, end = 0;  // upos begins at 0
  };
  struct SyntaxParts {
    std::size_t dependent = 0, head = 0, relation_dependent = 0, relation_head = 0,
                end = 0;  // what it adds to names begins at 0
  };
  class Loader;

  explicit Network(NameDecoder names) : names_(std::move(names)) {}
  void embed(std::span<const SentenceRows> sentences, NetworkBuffers& b) const;
  void add_row(const ByteTable& table, std::uint32_t row, float* out) const;
  std::uint16_t best(const float* begin, const float* end) const;
  void add_embedding(const WordRows& word, float* out) const;
  void run_layer(const std::array<Direction, 2>& layer, const std::vector<std::uint8_t>& x,
                 std::vector<std::uint8_t>& out, NetworkBuffers& b) const;
  void run_place(const Direction& direction, std::size_t place, std::size_t before, std::size_t carried,
                 const std::uint8_t* x, std::uint8_t* out, NetworkBuffers& b) const;
  void read(const Readout& readout, const std::vector<std::uint8_t>& x, NetworkBuffers& b) const;
  void take_tags(std::size_t rank, std::span<WordAnalysis> out, NetworkBuffers& b) const;
  void take_names(std::size_t rank, std::span<WordAnalysis> out, NetworkBuffers& b) const;
  void take_tree(std::size_t rank, std::span<WordAnalysis> out, NetworkBuffers& b) const;
  float distance_of(std::size_t token, std::size_t head) const;
  void score_heads(std::size_t rank, std::size_t words, NetworkBuffers& b) const;
  void take_relations(std::size_t rank, std::span<WordAnalysis> out, NetworkBuffers& b) const;

  Instructions instructions_ = Instructions::plain;
  ByteTable words_, vectors_, affixes_, shapes_;
  std::vector<float> embedding_factors_;      // what makes the widest number seen in training 1
  std::array<Direction, 2> layer1_, layer2_;  // forward, backward
  Readout tags_, syntax_;
  TagParts tag_parts_;
  SyntaxParts syntax_parts_;
  FloatTable biaffine_;                        // arc x arc
  std::vector<float> head_prior_, root_head_;  // arc
  static constexpr std::size_t kFar = 64;      // words, from where on all distances are alike
  std::vector<float> distance_;                // by class
  std::vector<float> near_;                    // by kFar more than the head's place less the word's
  std::vector<float> root_relation_;           // relation
  FloatTable relation_;                        // relation x labels, filled up with zeros to full registers
  std::vector<float> relation_bias_;           // labels
  NameDecoder names_;
};

}  // namespace claimgraph::nlp
