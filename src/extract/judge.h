#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "claimgraph/extract/attribution_model.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "claimgraph/rules/rule_set.h"
#include "extract/attributions.h"

namespace claimgraph::extract {

class CandidateFeatures;
class FeatureList;

// A model made ready for a rule set; both outlive it. Immutable.
class Judge {
 public:
  // With no model (nullptr) it knows no rule.
  Judge(const rules::RuleSet& rules, const AttributionModel* model);

  bool knows(const rules::Rule& rule) const { return knows_[static_cast<std::size_t>(&rule - rules_->rules.data())]; }
  // Numbers of the candidates whose rules the model knows.
  std::vector<std::uint32_t> known(std::span<const Attribution> candidates) const;
  // Sets the score of each candidate whose rule the model knows: how far it is to be believed, more or less the
  // log-odds of its being right.
  void score(const nlp::AnnotatedDocument& document, const pattern::Layer& layer,
             std::span<Attribution> candidates) const;
  // REQUIRES, here and below: there is a model.
  bool believes(double score) const { return score >= model_->parts().threshold; }
  double probability(double score) const { return model_->probability(score); }

 private:
  double weighed(const FeatureList& features) const;
  void look_again(const CandidateFeatures& features, std::span<const std::uint32_t> numbers,
                  std::span<Attribution> candidates) const;

  const rules::RuleSet* rules_;
  const AttributionModel* model_;  // nullptr when there is none
  std::vector<bool> knows_;        // of each rule
  bool looks_twice_ = false;       // whether the model weighs how candidates stand to one another
};

}  // namespace claimgraph::extract
