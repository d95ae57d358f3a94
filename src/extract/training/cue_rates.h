#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/nlp/annotated_document.h"
#include "extract/training/gold.h"

namespace claimgraph::extract::training {

// How often each lemma heads an annotated cue, of all the times it occurs. Thread-compatible.
class CueRates {
 public:
  struct Count {
    double cues = 0, all = 0;
  };
  using Counts = std::map<std::string, Count, std::less<>>;

  // What one article adds.
  static Counts count(const nlp::AnnotatedDocument& document, const std::vector<AttributionTokens>& gold);
  void add(const Counts& counts);

  // The log-odds of the rate of `lemma`, drawn toward that of rare words, which is 0. `without` are counts of an
  // article to leave out, so that it does not tell about itself; may be empty.
  double log_odds(std::string_view lemma, const Counts& without) const;
  const Counts& all() const { return all_; }

 private:
  Counts all_;
};

}  // namespace claimgraph::extract::training
