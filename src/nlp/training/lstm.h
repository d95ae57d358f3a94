#pragma once

#include <string>
#include <vector>

#include "nlp/training/matrix.h"
#include "nlp/training/parameter.h"

namespace claimgraph::nlp::training {

// Sentences of a batch side by side, longest first: the tokens at one place in their sentences are neighbouring rows.
// Place t has rows [offset[t], offset[t + 1]), one for each sentence long enough, in the order of the sentences.
struct Packing {
  std::vector<std::size_t> offset;

  std::size_t places() const { return offset.size() - 1; }
  std::size_t count(std::size_t place) const { return offset[place + 1] - offset[place]; }
  std::size_t rows() const { return offset.back(); }
  // REQUIRES: `lengths` are in descending order and none is 0.
  static Packing of(const std::vector<std::size_t>& lengths);
};

enum class Direction { forward, backward };

// Long short-term memory (Hochreiter and Schmidhuber 1997, with forget gates), one direction. The gates stand in the
// order input, forget, output, candidate; H is the size of the state.
struct Lstm {
  Parameter input;      // 4H x E
  Parameter recurrent;  // 4H x H
  Parameter bias;       // 1 x 4H

  void initialise(const std::string& name, std::size_t input_size, std::size_t state_size, Random& random);
  std::size_t state_size() const { return recurrent.value.cols; }
};

// What the way forward leaves for the way back; N rows in the order of the packing.
struct LstmTape {
  Matrix gates;       // N x 4H, after their activation
  Matrix cells;       // N x H
  Matrix tanh_cells;  // N x H
  Matrix hidden;      // N x H
  Matrix previous;    // N x H: the hidden state before, with dropout
};

// `kept` (sentences x H) scales the state that goes from one token to the next; empty for no dropout.
void run_forward(const Lstm& lstm, const Packing& packing, Direction direction, const Matrix& x, const Matrix& kept,
                 LstmTape& tape);
// Adds to the gradients of `lstm` and to `dx`. `dhidden` (N x H) is used up.
void run_backward(Lstm& lstm, const Packing& packing, Direction direction, const Matrix& x, const Matrix& kept,
                  const LstmTape& tape, Matrix& dhidden, Matrix& dx);

}  // namespace claimgraph::nlp::training
