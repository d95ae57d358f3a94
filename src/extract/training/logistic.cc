#include "extract/training/logistic.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <deque>
#include <numeric>

namespace claimgraph::extract::training {
namespace {

using Vector = std::vector<double>;

double dot(const Vector& a, const Vector& b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

// out += factor * a
void add(double factor, const Vector& a, Vector& out) {
  for (std::size_t i = 0; i < a.size(); ++i) out[i] += factor * a[i];
}

Vector difference(const Vector& a, const Vector& b) {
  Vector out = a;
  add(-1, b, out);
  return out;
}

// ln(1 + e^x)
double softplus(double x) { return x > 0 ? x + std::log1p(std::exp(-x)) : std::log1p(std::exp(x)); }

double loss_and_gradient(std::span<const Example* const> examples, double l2, const Vector& weights, Vector& gradient) {
  double loss = 0.5 * l2 * dot(weights, weights);
  gradient = weights;
  for (double& g : gradient) g *= l2;
  for (const Example* example : examples) {
    const double odds = log_odds(*example, weights);
    loss += softplus(odds) - example->target * odds;
    const double slope = 1 / (1 + std::exp(-odds)) - example->target;
    for (const auto& [feature, value] : example->features) gradient[feature] += slope * value;
  }
  return loss;
}

// What the last steps tell of the curvature (Nocedal and Wright, Numerical Optimization, algorithm 7.4).
class History {
 public:
  void add_step(Vector step, Vector change) {
    const double curvature = dot(step, change);
    if (curvature <= 1e-10) return;
    steps_.push_back({std::move(step), std::move(change), 1 / curvature});
    if (steps_.size() > kSteps) steps_.pop_front();
  }

  // The direction to go from where the gradient is this.
  Vector direction(const Vector& gradient) const {
    Vector out = gradient;
    std::vector<double> alphas;
    for (auto it = steps_.rbegin(); it != steps_.rend(); ++it) {
      alphas.push_back(it->scale * dot(it->step, out));
      add(-alphas.back(), it->change, out);
    }
    const double first = steps_.empty() ? 1 / std::sqrt(dot(gradient, gradient) + 1)
                                        : 1 / (steps_.back().scale * dot(steps_.back().change, steps_.back().change));
    for (double& value : out) value *= -first;
    for (const Step& step : steps_) {
      const double beta = step.scale * dot(step.change, out);
      add(-alphas.back() - beta, step.step, out);
      alphas.pop_back();
    }
    return out;
  }

 private:
  static constexpr std::size_t kSteps = 8;
  struct Step {
    Vector step, change;  // of the weights, of the gradient
    double scale = 0;     // one over their product
  };
  std::deque<Step> steps_;
};

}  // namespace

double log_odds(const Example& example, const std::vector<double>& weights) {
  double out = 0;
  for (const auto& [feature, value] : example.features) out += weights[feature] * value;
  return out;
}

std::vector<double> fit_logistic(std::span<const Example* const> examples, std::size_t features,
                                 const LogisticOptions& options) {
  constexpr double kEnough = 1e-5;  // relative change of the loss
  Vector weights(features), gradient, next_gradient;
  double loss = loss_and_gradient(examples, options.l2, weights, gradient);
  History history;
  for (int iteration = 0; iteration < options.iterations; ++iteration) {
    const Vector direction = history.direction(gradient);
    const double slope = dot(direction, gradient);
    Vector next = weights;
    double size = 1, next_loss = loss;
    for (constexpr double kSmallest = 1e-8; size > kSmallest; size /= 2) {
      next = weights;
      add(size, direction, next);
      next_loss = loss_and_gradient(examples, options.l2, next, next_gradient);
      if (next_loss <= loss + 1e-4 * size * slope) break;
    }
    if (next_loss >= loss) break;
    history.add_step(difference(next, weights), difference(next_gradient, gradient));
    const bool done = loss - next_loss < kEnough * loss;
    weights = std::move(next);
    std::swap(gradient, next_gradient);
    loss = next_loss;
    if (done) break;
  }
  return weights;
}

}  // namespace claimgraph::extract::training
