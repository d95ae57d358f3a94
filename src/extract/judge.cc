#include "extract/judge.h"

#include "extract/candidate_features.h"
#include "extract/contest.h"
#include "extract/feature_list.h"

namespace claimgraph::extract {

Judge::Judge(const rules::RuleSet& rules, const AttributionModel* model)
    : rules_(&rules), model_(model), knows_(rules.rules.size()) {
  if (model == nullptr) return;
  for (std::size_t i = 0; i < knows_.size(); ++i) knows_[i] = model->knows(rules.rules[i].name);
  looks_twice_ = model->weight(FeatureKey(kOwnScore).value()) != 0;
}

std::vector<std::uint32_t> Judge::known(std::span<const Attribution> candidates) const {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < candidates.size(); ++i) {
    if (knows(*candidates[i].rule)) out.push_back(i);
  }
  return out;
}

double Judge::weighed(const FeatureList& features) const {
  double out = 0;
  for (const Feature& feature : features.all()) out += model_->weight(feature.key) * feature.value;
  return out;
}

void Judge::score(const nlp::AnnotatedDocument& document, const pattern::Layer& layer,
                  std::span<Attribution> candidates) const {
  const auto numbers = known(candidates);
  if (numbers.empty()) return;
  const CandidateFeatures features(document, layer, candidates, numbers);
  FeatureList list;
  for (const std::uint32_t number : numbers) {
    features.read(number, list);
    candidates[number].score = weighed(list);
  }
  if (looks_twice_) look_again(features, numbers, candidates);
}

// Every second score is of the first scores.
void Judge::look_again(const CandidateFeatures& features, std::span<const std::uint32_t> numbers,
                       std::span<Attribution> candidates) const {
  const Contest contest = features.contest();
  FeatureList list;
  std::vector<double> scores;
  for (const std::uint32_t number : numbers) {
    contest.read(number, list);
    scores.push_back(weighed(list));
  }
  for (std::size_t i = 0; i < numbers.size(); ++i) candidates[numbers[i]].score = scores[i];
}

}  // namespace claimgraph::extract
