#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "claimgraph/base/error.h"

namespace claimgraph::extract {

// What was learned, from articles whose attributions are known, of how far the matches of rules are to be believed: a
// weight for each feature of a match. Speaks only of the rules it has seen; others stand by their own confidence.
// Immutable, thread-safe.
class AttributionModel {
 public:
  // How often matches of a score were right.
  struct Point {
    double score = 0;
    double probability = 0;  // 0 to 1

    friend bool operator==(const Point&, const Point&) = default;
  };
  // As it stands on disk.
  struct Parts {
    double threshold = 0;            // a match of a lower score is not believed
    std::vector<Point> calibration;  // by score, which rises; the probability never falls; at least one
    std::vector<std::string> rules;  // those it has seen, with their namespaces; sorted, each once
    std::vector<std::pair<std::string, float>> weights;  // by name of feature; sorted, each once

    friend bool operator==(const Parts&, const Parts&) = default;
  };

  // REQUIRES: `parts` are as said above.
  explicit AttributionModel(Parts parts);
  // Reads the text that dump() writes; the grammar is in doc/FORMATS.md. Refuses another version, and as corruption
  // what is cut short, has another checksum or breaks the grammar.
  static Result<AttributionModel> parse(std::string_view text);
  // parse() of a file; also fails when it cannot be read.
  static Result<AttributionModel> load(const std::filesystem::path& file);

  const Parts& parts() const { return parts_; }
  bool knows(std::string_view rule) const;
  // The weight of the feature of that key (extract/feature_list.h); 0 for one it has not seen.
  double weight(std::uint64_t key) const {
    const auto it = weights_.find(key);
    return it == weights_.end() ? 0 : it->second;
  }
  // How likely a match of this score is right: between the points of the calibration on a line, beyond them level;
  // in hundredths.
  double probability(double score) const;

 private:
  double interpolated(double score) const;

  Parts parts_;
  std::unordered_map<std::uint64_t, double> weights_;
};

// The inverse of parse(), but for digits behind the fourth of a number's fraction.
std::string dump(const AttributionModel::Parts& parts);

}  // namespace claimgraph::extract
