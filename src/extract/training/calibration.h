#pragma once

#include <string>
#include <vector>

#include "claimgraph/extract/attribution_model.h"

namespace claimgraph::extract::training {

// Something that was told with a score or a probability, and whether it was right.
struct Told {
  double value = 0;
  bool right = false;
};

// How often what has a score is right: an isotonic regression over about 20 groups of the same size (pool adjacent
// violators). At least one point.
std::vector<AttributionModel::Point> calibrate(std::vector<Told> told);

// Corrects the probabilities of `points` by those that they gave articles that they were not learned from, of which
// `told` are the values.
void recalibrate(std::vector<AttributionModel::Point>& points, std::vector<Told> told);

// Ten bins of probability, each with the mean of what was told, the share that was right and the count; then the
// expected calibration error, the mean over all of the difference.
struct Reliability {
  struct Bin {
    double predicted = 0, observed = 0;
    std::size_t count = 0;
  };
  std::vector<Bin> bins;
  double expected_error = 0;
};
Reliability reliability_of(const std::vector<Told>& told);

// A Markdown table, a row a bin that is not empty, and a line with the error.
std::string dump(const Reliability& reliability);

}  // namespace claimgraph::extract::training
