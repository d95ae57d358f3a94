#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace claimgraph::extract::training {

// An example of a logistic regression: the features that are not 0, and what it should be: 0 to 1.
struct Example {
  std::vector<std::pair<std::uint32_t, float>> features;  // number, value
  float target = 0;
};

struct LogisticOptions {
  double l2 = 1;        // half of it times the square of each weight is added to the loss
  int iterations = 80;  // at most
};

// The log-odds of `example` by these weights.
double log_odds(const Example& example, const std::vector<double>& weights);

// Weights that make the sum of the cross-entropies of `examples` and the penalty least, by L-BFGS. The same examples
// give the same weights. REQUIRES: features are numbered below `features`.
std::vector<double> fit_logistic(std::span<const Example* const> examples, std::size_t features,
                                 const LogisticOptions& options);

}  // namespace claimgraph::extract::training
