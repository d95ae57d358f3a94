#pragma once

namespace claimgraph::nlp {

// The hyperbolic tangent as a ratio of polynomials (three steps of Lambert's continued fraction), within 1e-4: plain
// arithmetic that compilers vectorise and that gives the same bits everywhere when products and sums are not fused.
// A ratio, because divisions are dear: products of ratios want one division in all. `below` is positive and under 5e6.
//
// DO NOT CHANGE without a new kModelVersion: models are trained with it.
struct Ratio {
  float above = 0;
  float below = 1;
};

inline constexpr float kTanhBound = 4.97F;  // beyond, the ratio would leave the tangent's range

inline __attribute__((always_inline)) float bounded(float x, float bound) {
  x = x > bound ? bound : x;
  return x < -bound ? -bound : x;
}

// REQUIRES: x is bounded by kTanhBound.
inline __attribute__((always_inline)) Ratio tanh_ratio(float x) {
  const float square = x * x;
  return {.above = x * (135135.0F + square * (17325.0F + square * (378.0F + square))),
          .below = 135135.0F + square * (62370.0F + square * (3150.0F + square * 28.0F))};
}

// The logistic function. REQUIRES: x is bounded by twice kTanhBound.
inline __attribute__((always_inline)) Ratio sigmoid_ratio(float x) {
  const Ratio half = tanh_ratio(0.5F * x);
  return {.above = 0.5F * (half.above + half.below), .below = half.below};
}

inline __attribute__((always_inline)) float tanh_of(float x) {
  const Ratio ratio = tanh_ratio(bounded(x, kTanhBound));
  return ratio.above / ratio.below;
}

inline __attribute__((always_inline)) float sigmoid_of(float x) {
  const Ratio ratio = sigmoid_ratio(bounded(x, 2 * kTanhBound));
  return ratio.above / ratio.below;
}

// The cell of an LSTM after a step: sigmoid(forget) * cell + sigmoid(input) * tanh(candidate). The gates are bounded
// before, in a loop of their own, and so is the cell for the state: choices in a long loop keep compilers from
// vectorising it.
inline __attribute__((always_inline)) float next_cell(float input, float forget, float candidate, float cell) {
  const Ratio in = sigmoid_ratio(input), kept = sigmoid_ratio(forget), offered = tanh_ratio(candidate);
  const float below = in.below * offered.below;
  return (kept.above * cell * below + in.above * offered.above * kept.below) / (kept.below * below);
}

// Its state after a step: sigmoid(output) * tanh(cell).
inline __attribute__((always_inline)) float next_state(float output, float cell) {
  const Ratio shown = sigmoid_ratio(output), tangent = tanh_ratio(cell);
  return shown.above * tangent.above / (shown.below * tangent.below);
}

}  // namespace claimgraph::nlp
