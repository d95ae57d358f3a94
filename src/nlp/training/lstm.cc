#include "nlp/training/lstm.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "nlp/activation.h"

namespace claimgraph::nlp::training {
namespace {

// The places in the order in which a direction visits them, with the one visited before.
struct Visit {
  std::size_t place = 0;
  std::size_t before = 0;
  std::size_t carried = 0;  // sentences that have a state from `before`
};

std::vector<Visit> visits(const Packing& packing, Direction direction) {
  std::vector<Visit> out;
  const std::size_t places = packing.places();
  for (std::size_t i = 0; i < places; ++i) {
    if (direction == Direction::forward) {
      out.push_back({.place = i, .before = i == 0 ? 0 : i - 1, .carried = i == 0 ? 0 : packing.count(i)});
    } else {
      const std::size_t place = places - 1 - i;
      out.push_back({.place = place, .before = place + 1, .carried = i == 0 ? 0 : packing.count(place + 1)});
    }
  }
  return out;
}

void activate(float* gates, const float* cell_before, std::size_t h, float* cell, float* tanh_cell, float* hidden) {
  for (std::size_t j = 0; j < 3 * h; ++j) gates[j] = sigmoid_of(gates[j]);
  for (std::size_t j = 3 * h; j < 4 * h; ++j) gates[j] = tanh_of(gates[j]);
  for (std::size_t j = 0; j < h; ++j) {
    const float kept = cell_before == nullptr ? 0.0F : gates[h + j] * cell_before[j];
    cell[j] = kept + gates[j] * gates[3 * h + j];
  }
  for (std::size_t j = 0; j < h; ++j) tanh_cell[j] = tanh_of(cell[j]);
  for (std::size_t j = 0; j < h; ++j) hidden[j] = gates[2 * h + j] * tanh_cell[j];
}

struct Backward {
  const float* gates;
  const float* cell_before;  // nullptr at the first token
  const float* tanh_cell;
  const float* dhidden;
  float* dcell;   // in: from the token after; out: for the token before
  float* dgates;  // before their activation
};

void activate_backward(const Backward& b, std::size_t h) {
  for (std::size_t j = 0; j < h; ++j) {
    const float in = b.gates[j], forget = b.gates[h + j], out = b.gates[2 * h + j], candidate = b.gates[3 * h + j];
    const float t = b.tanh_cell[j];
    const float dcell = b.dcell[j] + b.dhidden[j] * out * (1 - t * t);
    const float before = b.cell_before == nullptr ? 0.0F : b.cell_before[j];
    b.dgates[j] = dcell * candidate * in * (1 - in);
    b.dgates[h + j] = dcell * before * forget * (1 - forget);
    b.dgates[2 * h + j] = b.dhidden[j] * t * out * (1 - out);
    b.dgates[3 * h + j] = dcell * in * (1 - candidate * candidate);
    b.dcell[j] = dcell * forget;
  }
}

void carry_state(const LstmTape& tape, const Packing& packing, const Visit& visit, const Matrix& kept,
                 Matrix& previous) {
  const std::size_t h = previous.cols;
  for (std::size_t s = 0; s < visit.carried; ++s) {
    const float* from = tape.hidden.row(packing.offset[visit.before] + s);
    float* to = previous.row(packing.offset[visit.place] + s);
    if (kept.rows == 0) {
      std::copy_n(from, h, to);
    } else {
      for (std::size_t j = 0; j < h; ++j) to[j] = from[j] * kept.row(s)[j];
    }
  }
}

}  // namespace

Packing Packing::of(const std::vector<std::size_t>& lengths) {
  Packing out;
  out.offset.push_back(0);
  std::size_t active = lengths.size();
  for (std::size_t place = 0; active > 0; ++place) {
    while (active > 0 && lengths[active - 1] <= place) --active;
    if (active > 0) out.offset.push_back(out.offset.back() + active);
  }
  return out;
}

void Lstm::initialise(const std::string& name, std::size_t input_size, std::size_t state_size, Random& random) {
  const float input_bound = std::sqrt(6.0F / static_cast<float>(input_size + state_size));
  const float state_bound = std::sqrt(3.0F / static_cast<float>(state_size));
  input.initialise(name + ".input", 4 * state_size, input_size, input_bound, random);
  recurrent.initialise(name + ".recurrent", 4 * state_size, state_size, state_bound, random);
  bias.initialise(name + ".bias", 1, 4 * state_size, 0, random);
  for (std::size_t j = state_size; j < 2 * state_size; ++j) bias.value.data[j] = 1;  // remember at first
}

void run_forward(const Lstm& lstm, const Packing& packing, Direction direction, const Matrix& x, const Matrix& kept,
                 LstmTape& tape) {
  const std::size_t h = lstm.state_size();
  tape.gates = Matrix(x.rows, 4 * h);
  tape.cells = tape.tanh_cells = tape.hidden = tape.previous = Matrix(x.rows, h);
  fill_rows(lstm.bias.value, all(tape.gates));
  add_product_transposed(x, lstm.input.value, all(tape.gates));
  for (const Visit& visit : visits(packing, direction)) {
    const std::size_t row = packing.offset[visit.place];
    if (visit.carried > 0) {
      carry_state(tape, packing, visit, kept, tape.previous);
      add_product_transposed(rows_of(tape.previous, row, visit.carried), lstm.recurrent.value,
                             rows_of(tape.gates, row, visit.carried));
    }
    for (std::size_t s = 0; s < packing.count(visit.place); ++s) {
      const float* before = s < visit.carried ? tape.cells.row(packing.offset[visit.before] + s) : nullptr;
      activate(tape.gates.row(row + s), before, h, tape.cells.row(row + s), tape.tanh_cells.row(row + s),
               tape.hidden.row(row + s));
    }
  }
}

void run_backward(Lstm& lstm, const Packing& packing, Direction direction, const Matrix& x, const Matrix& kept,
                  const LstmTape& tape, Matrix& dhidden, Matrix& dx) {
  const std::size_t h = lstm.state_size();
  Matrix dgates(x.rows, 4 * h);
  Matrix dcells(packing.count(0), h);  // by sentence
  Matrix dprevious(packing.count(0), h);
  const auto order = visits(packing, direction);
  for (auto visit = order.rbegin(); visit != order.rend(); ++visit) {
    const std::size_t row = packing.offset[visit->place];
    for (std::size_t s = 0; s < packing.count(visit->place); ++s) {
      const bool carried = s < visit->carried;
      const float* before = carried ? tape.cells.row(packing.offset[visit->before] + s) : nullptr;
      activate_backward({.gates = tape.gates.row(row + s),
                         .cell_before = before,
                         .tanh_cell = tape.tanh_cells.row(row + s),
                         .dhidden = dhidden.row(row + s),
                         .dcell = dcells.row(s),
                         .dgates = dgates.row(row + s)},
                        h);
    }
    if (visit->carried == 0) continue;
    std::fill_n(dprevious.data.begin(), visit->carried * h, 0.0F);
    add_product(rows_of(dgates, row, visit->carried), lstm.recurrent.value, rows_of(dprevious, 0, visit->carried));
    for (std::size_t s = 0; s < visit->carried; ++s) {
      float* to = dhidden.row(packing.offset[visit->before] + s);
      const float* from = dprevious.row(s);
      for (std::size_t j = 0; j < h; ++j) to[j] += kept.rows == 0 ? from[j] : from[j] * kept.row(s)[j];
    }
  }
  add_transposed_product(dgates, x, all(lstm.input.gradient));
  add_transposed_product(dgates, tape.previous, all(lstm.recurrent.gradient));
  add_row_sum(dgates, lstm.bias.gradient);
  add_product(dgates, lstm.input.value, all(dx));
}

}  // namespace claimgraph::nlp::training
