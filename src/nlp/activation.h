#pragma once

namespace claimgraph::nlp {

// The hyperbolic tangent as a ratio of polynomials (three steps of Lambert's continued fraction), within 1e-4: plain
// arithmetic that compilers vectorise and that gives the same bits everywhere when products and sums are not fused.
//
// DO NOT CHANGE without a new kModelVersion: models are trained with it.
inline float tanh_of(float x) {
  constexpr float kBound = 4.97F;
  x = x > kBound ? kBound : x;
  x = x < -kBound ? -kBound : x;
  const float square = x * x;
  const float above = x * (135135.0F + square * (17325.0F + square * (378.0F + square)));
  const float below = 135135.0F + square * (62370.0F + square * (3150.0F + square * 28.0F));
  return above / below;
}

inline float sigmoid_of(float x) { return 0.5F * tanh_of(0.5F * x) + 0.5F; }

}  // namespace claimgraph::nlp
