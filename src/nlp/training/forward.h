#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "nlp/training/lstm.h"
#include "nlp/training/matrix.h"
#include "nlp/training/network.h"
#include "nlp/training/parameter.h"
#include "nlp/training/random.h"

// The way forward through the network, for training and for labelling alike. Rows are in the order of the packing.
namespace claimgraph::nlp::training {

// 0 or 1 / (1 - rate) each, so that what is left keeps its mean.
Matrix mask_of(std::size_t rows, std::size_t cols, float rate, Random& random);

// x W^T + b
Matrix affine(const Matrix& x, const Parameter& weights, const Parameter* bias);
// Negative numbers become zero.
void rectify(Matrix& m);

// In place to logarithms of probabilities; -inf stays -inf.
void log_softmax(float* row, std::size_t n);

// Both directions of a layer, with what the way back needs.
struct Layer {
  LstmTape tapes[2];
  Matrix kept[2];  // masks of the recurrent states
  Matrix out;      // N x 2H
};

// Without `random` nothing is dropped.
Layer run_layer(const Lstm (&lstms)[2], const Packing& packing, const Matrix& x, float dropout, Random* random);

// Rows of the word table for the batch, rare ones sometimes taken for unknown.
std::vector<std::uint32_t> word_rows(const Network& net, const Batch& batch, const TrainingOptions* options,
                                     Random* random);
// The embedded words, given their rows of the word table.
Matrix embed(const Network& net, const Batch& batch, const std::vector<std::uint32_t>& words);

// Scores n x (n + 1) of one sentence, -inf for a word as its own head.
struct Arcs {
  Matrix dependents;  // n x arc
  Matrix turned;      // n x arc: dependents times the biaffine matrix
  Matrix heads;       // (n + 1) x arc
  Matrix scores;
};

Arcs score_arcs(const Network& net, const Matrix& dependents, const Matrix& heads, const Batch& batch, std::size_t s);

// One row a token: what the relation is told from, given each token's head.
Matrix relation_inputs(const Network& net, const Batch& batch, const Matrix& dependents, const Matrix& heads,
                       std::span<const std::vector<std::uint32_t>* const> heads_of);

// The rows of sentence `s`, in its order.
Matrix gathered(const Matrix& m, const Batch& batch, std::size_t s);

}  // namespace claimgraph::nlp::training
