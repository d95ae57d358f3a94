#include "nlp/training/parameter.h"

#include <cmath>
#include <utility>

namespace claimgraph::nlp::training {
namespace {

template <typename F>
void each_touched_row(Parameter& p, F f) {
  if (p.sparse) {
    for (const std::uint32_t row : p.touched) f(row);
  } else {
    for (std::size_t row = 0; row < p.value.rows; ++row) f(row);
  }
}

double squared_norm(Parameter& p) {
  double sum = 0;
  each_touched_row(p, [&](std::size_t row) {
    const float* g = p.gradient.row(row);
    float part = 0;
    for (std::size_t j = 0; j < p.gradient.cols; ++j) part += g[j] * g[j];
    sum += part;
  });
  return sum;
}

struct Rates {
  float scale = 1;  // of the gradient
  float rate = 0;   // corrected for the bias of the moments
};

void update(Parameter& p, const AdamOptions& options, Rates rates) {
  each_touched_row(p, [&](std::size_t row) {
    float* value = p.value.row(row);
    float* gradient = p.gradient.row(row);
    float* mean = p.mean.row(row);
    float* variance = p.variance.row(row);
    for (std::size_t j = 0; j < p.value.cols; ++j) {
      const float g = gradient[j] * rates.scale;
      mean[j] = options.mean_decay * mean[j] + (1 - options.mean_decay) * g;
      variance[j] = options.variance_decay * variance[j] + (1 - options.variance_decay) * g * g;
      value[j] -= rates.rate * mean[j] / (std::sqrt(variance[j]) + options.epsilon);
      gradient[j] = 0;
    }
    if (p.sparse) p.is_touched[row] = 0;
  });
  p.touched.clear();
}

}  // namespace

void Parameter::initialise(std::string its_name, std::size_t rows, std::size_t cols, float bound, Random& random) {
  name = std::move(its_name);
  value = gradient = mean = variance = Matrix(rows, cols);
  for (float& v : value.data) v = random.between(-bound, bound);
  is_touched.assign(rows, 0);
}

void Parameter::touch(std::uint32_t row) {
  if (is_touched[row] != 0) return;
  is_touched[row] = 1;
  touched.push_back(row);
}

void Adam::step(const AdamOptions& options) {
  ++steps_;
  double norm = 0;
  for (Parameter* p : parameters_) norm += squared_norm(*p);
  norm = std::sqrt(norm);
  const auto steps = static_cast<double>(steps_);
  const double correction =
      std::sqrt(1 - std::pow(options.variance_decay, steps)) / (1 - std::pow(options.mean_decay, steps));
  const Rates rates{.scale = norm > options.clip ? options.clip / static_cast<float>(norm) : 1.0F,
                    .rate = options.rate * static_cast<float>(correction)};
  for (Parameter* p : parameters_) update(*p, options, rates);
}

}  // namespace claimgraph::nlp::training
