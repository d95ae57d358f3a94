#include "extract/claim_labels.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

#include "claimgraph/kg/vocabulary.h"

namespace claimgraph::extract {

bool speaks_of_claims(const rules::RuleSet& rules) {
  constexpr std::string_view kLabels[] = {"Claim", "Claim.source", "Claim.cue", "Claim.content"};
  return std::any_of(std::begin(kLabels), std::end(kLabels),
                     [&](std::string_view label) { return rules.vocabulary->find(label).has_value(); });
}

void add_claim_labels(const rules::RuleSet& rules, const std::vector<Attribution>& attributions,
                      nlp::AnnotatedDocument& document, pattern::Layer& layer) {
  const auto whole = rules.vocabulary->find("Claim"), source = rules.vocabulary->find("Claim.source"),
             cue = rules.vocabulary->find("Claim.cue"), content = rules.vocabulary->find("Claim.content");
  if (!speaks_of_claims(rules)) return;
  const Symbol certainty = document.symbols.intern("certainty");
  const Symbol polarity = document.symbols.intern("polarity");
  for (const Attribution& attribution : attributions) {
    const pattern::Feature features[] = {{certainty, document.symbols.intern(kg::spell(attribution.certainty))},
                                         {polarity, document.symbols.intern(kg::spell(attribution.polarity))}};
    if (whole) layer.add(attribution.extent(), *whole, features);
    if (source && attribution.source) layer.add(*attribution.source, *source, features);
    if (cue && attribution.cue) layer.add(*attribution.cue, *cue, features);
    if (!content) continue;
    for (const TokenRange part : attribution.contents) layer.add(part, *content, features);
  }
}

}  // namespace claimgraph::extract
