#pragma once

#include <cstddef>
#include <vector>

#include "claimgraph/extract/attribution_model.h"
#include "claimgraph/rules/rule_set.h"
#include "extract/training/calibration.h"
#include "extract/training/examples.h"

namespace claimgraph::extract::training {

struct LearnerOptions {
  double l2 = 8;                      // see LogisticOptions
  std::size_t folds = 5;              // each is judged by a model that was trained on the others
  std::size_t least_matches = 20;     // a rule with fewer keeps its own confidence
  std::size_t least_occurrences = 5;  // a feature with fewer is left out
};

// How many attributions are right, of those found and of those annotated. What lies within another is left out.
struct Score {
  std::size_t right = 0, found = 0, gold = 0;
  std::size_t exact = 0;  // of the right ones, those with the annotated words in all parts

  double precision() const { return found == 0 ? 0 : static_cast<double>(right) / static_cast<double>(found); }
  double recall() const { return gold == 0 ? 0 : static_cast<double>(right) / static_cast<double>(gold); }
  // The harmonic mean; of all that are right, or of those with the annotated words.
  double f1() const;
  double f1_of_words() const;
};

// What came of a training.
struct Lesson {
  AttributionModel::Parts model;
  std::size_t candidates = 0;
  double reachable = 0;          // the share of the annotated attributions that any candidate gets right
  Score by_priority;             // over these articles, without a model
  Score by_model;                // likewise, each fold judged by the model of the others
  Reliability reliability = {};  // of those models
};

// Learns which matches of the rules are right. The threshold is one of nearly the best F1, and the calibration is of
// scores, that articles got from models which had not seen them. REQUIRES: there are articles.
Lesson learn(const rules::RuleSet& rules, std::vector<Article> articles, const LearnerOptions& options);

// What `judge` makes of the articles by the scores that their candidates have. Appends to `told`, unless it is nullptr,
// the score of each attribution that has one, and whether it is right.
Score score_selection(const std::vector<Article>& articles, const Judge& judge, std::vector<Told>* told);

// Counts `found` into `score`, attributions of an article in text order; `right` tells which are.
std::vector<bool> count_right(const std::vector<AttributionTokens>& found, const std::vector<AttributionTokens>& gold,
                              const nlp::AnnotatedDocument& document, Score& score);

}  // namespace claimgraph::extract::training
