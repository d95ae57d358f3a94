#include "extract/training/calibration.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace claimgraph::extract::training {
namespace {

struct Group {
  double score = 0, right = 0, count = 0;  // sums

  double share() const { return right / count; }
  double mean() const { return score / count; }
  void add(const Group& other) { score += other.score, right += other.right, count += other.count; }
};

}  // namespace

std::vector<AttributionModel::Point> calibrate(std::vector<Told> told) {
  if (told.empty()) return {{.score = 0, .probability = 0.5}};
  std::stable_sort(told.begin(), told.end(), [](const Told& a, const Told& b) { return a.value < b.value; });
  constexpr std::size_t kGroups = 20;
  std::vector<Group> groups;
  for (std::size_t i = 0; i < kGroups; ++i) {
    Group group;
    for (std::size_t k = i * told.size() / kGroups; k < (i + 1) * told.size() / kGroups; ++k)
      group.add({.score = told[k].value, .right = told[k].right ? 1.0 : 0.0, .count = 1});
    if (group.count == 0) continue;
    while (!groups.empty() && (groups.back().share() >= group.share() || groups.back().mean() >= group.mean())) {
      group.add(groups.back());
      groups.pop_back();
    }
    groups.push_back(group);
  }
  std::vector<AttributionModel::Point> out;
  // One right and one wrong more, so that nothing is ever quite certain.
  for (const Group& group : groups)
    out.push_back({.score = group.mean(), .probability = (group.right + 1) / (group.count + 2)});
  for (std::size_t i = 1; i < out.size(); ++i)
    out[i].probability = std::max(out[i].probability, out[i - 1].probability);
  return out;
}

void recalibrate(std::vector<AttributionModel::Point>& points, std::vector<Told> told) {
  AttributionModel::Parts observed;
  observed.calibration = calibrate(std::move(told));
  const AttributionModel by_told(std::move(observed));
  for (auto& point : points) point.probability = by_told.probability(point.probability);
}

Reliability reliability_of(const std::vector<Told>& told) {
  constexpr std::size_t kBins = 10;
  Reliability out{.bins = std::vector<Reliability::Bin>(kBins)};
  for (const Told& each : told) {
    auto& bin = out.bins[std::min(kBins - 1, static_cast<std::size_t>(each.value * kBins))];
    bin.predicted += each.value;
    bin.observed += each.right ? 1 : 0;
    ++bin.count;
  }
  for (auto& bin : out.bins) {
    if (bin.count == 0) continue;
    out.expected_error += std::abs(bin.predicted - bin.observed) / static_cast<double>(told.size());
    bin.predicted /= static_cast<double>(bin.count);
    bin.observed /= static_cast<double>(bin.count);
  }
  return out;
}

std::string dump(const Reliability& reliability) {
  std::string out = "| confidence | predicted | observed | count |\n|---|---|---|---|\n";
  for (std::size_t i = 0; i < reliability.bins.size(); ++i) {
    const auto& bin = reliability.bins[i];
    if (bin.count == 0) continue;
    out += fmt::format("| 0.{}–{} | {:.3f} | {:.3f} | {} |\n", i, i == 9 ? "1.0" : fmt::format("0.{}", i + 1),
                       bin.predicted, bin.observed, bin.count);
  }
  return out + fmt::format("expected calibration error: {:.3f}\n", reliability.expected_error);
}

}  // namespace claimgraph::extract::training
