#include "extract/judge.h"

#include "extract/candidate_features.h"

namespace claimgraph::extract {

Judge::Judge(const rules::RuleSet& rules, const AttributionModel* model)
    : rules_(&rules), model_(model), knows_(rules.rules.size()) {
  for (std::size_t i = 0; model != nullptr && i < knows_.size(); ++i) knows_[i] = model->knows(rules.rules[i].name);
}

std::vector<std::uint32_t> Judge::known(std::span<const Attribution> candidates) const {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < candidates.size(); ++i) {
    if (knows(*candidates[i].rule)) out.push_back(i);
  }
  return out;
}

void Judge::score(const nlp::AnnotatedDocument& document, const pattern::Layer& layer,
                  std::span<Attribution> candidates) const {
  auto numbers = known(candidates);
  if (numbers.empty()) return;
  const CandidateFeatures features(document, layer, candidates, numbers);
  FeatureList list;
  for (const std::uint32_t number : numbers) {
    features.read(number, list);
    double score = 0;
    for (const Feature& feature : list.all()) score += model_->weight(feature.key) * feature.value;
    candidates[number].score = score;
  }
}

}  // namespace claimgraph::extract
