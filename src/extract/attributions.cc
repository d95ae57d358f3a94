#include "extract/attributions.h"

#include <algorithm>
#include <utility>

#include "extract/candidates.h"
#include "extract/judge.h"
#include "extract/selection.h"

namespace claimgraph::extract {

TokenRange Attribution::extent() const {
  TokenRange out = contents.front();
  const auto grow = [&](TokenRange part) {
    out.begin = std::min(out.begin, part.begin);
    out.end = std::max(out.end, part.end);
  };
  for (const TokenRange content : contents) grow(content);
  if (source && !same_source_as_last) grow(*source);
  if (cue) grow(*cue);
  return out;
}

bool Attribution::content_contains(TokenRange tokens) const {
  return std::any_of(contents.begin(), contents.end(), [&](TokenRange content) { return content.contains(tokens); });
}

std::vector<Attribution> find_attributions(const rules::RuleSet& rules, const nlp::AnnotatedDocument& document,
                                           const pattern::Layer& layer, RuleRunner& runner, const Judge& judge) {
  Candidates candidates = find_candidates(
      rules, document, layer, runner, [&](const rules::Rule& rule) { return judge.knows(rule) || !needs_model(rule); });
  judge.score(document, layer, candidates.sourced);
  return select(std::move(candidates), judge, document);
}

}  // namespace claimgraph::extract
