#include "claimgraph/workbench/profile.h"

#include <utility>

namespace claimgraph::workbench {

std::vector<extract::RuleWork> profile(const rules::RuleSet& rules, const extract::AttributionModel* model,
                                       nlp::AnnotatedDocument document) {
  std::vector<extract::RuleWork> work(rules.rules.size());
  extract::Extractor extractor(rules, model);
  extractor.measure_into(work);
  (void)extractor.extract(std::move(document));
  return work;
}

void add(std::vector<extract::RuleWork>& all, std::span<const extract::RuleWork> one) {
  all.resize(one.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    all[i].time += one[i].time;
    all[i].starts += one[i].starts;
    all[i].hits += one[i].hits;
  }
}

}  // namespace claimgraph::workbench
