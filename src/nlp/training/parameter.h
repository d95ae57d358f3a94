#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "nlp/training/matrix.h"
#include "nlp/training/random.h"

namespace claimgraph::nlp::training {

// One matrix of weights with its gradient and the moments of Adam. A sparse one (an embedding table) is updated only in
// the rows that the batch touched.
struct Parameter {
  std::string name;
  Matrix value;
  Matrix gradient;
  Matrix mean;
  Matrix variance;
  bool sparse = false;
  std::vector<std::uint32_t> touched;  // rows, with repeats
  std::vector<char> is_touched;

  // Uniform in [-bound, bound].
  void initialise(std::string its_name, std::size_t rows, std::size_t cols, float bound, Random& random);
  void touch(std::uint32_t row);
};

struct AdamOptions {
  float rate = 0.002F;
  float mean_decay = 0.9F;
  float variance_decay = 0.99F;
  float epsilon = 1e-8F;
  float clip = 5.0F;  // greatest norm of the whole gradient
};

// Adam (Kingma and Ba 2015), lazily over sparse parameters. Clears the gradients.
class Adam {
 public:
  explicit Adam(std::vector<Parameter*> parameters) : parameters_(std::move(parameters)) {}
  void step(const AdamOptions& options);

 private:
  std::vector<Parameter*> parameters_;
  std::uint64_t steps_ = 0;
};

}  // namespace claimgraph::nlp::training
