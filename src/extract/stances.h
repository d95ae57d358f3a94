#pragma once

#include <optional>
#include <vector>

#include "claimgraph/kg/extraction.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "extract/entities.h"
#include "extract/matches.h"
#include "extract/mentions.h"
#include "extract/nesting.h"
#include "extract/scopes.h"

namespace claimgraph::extract {

// Words that show a stance, before their actor and target are resolved.
struct StanceFinding {
  const rules::Rule* rule = nullptr;   // of the rule set
  std::optional<std::uint32_t> actor;  // place in the mentions
  bool actor_is_source = false;        // the actor is whoever says it
  std::uint32_t target = 0;            // place in the mentions
  kg::Position position = kg::Position::neutral;
  TokenRange evidence;
};

// Runs the stance rules. A rule gives captures `target` and `actor` (or field `actor`: `source` is whoever says it,
// `author` the article itself) and field
// `position`; a capture `negation` that matched turns support and oppose round, and a capture `evidence` narrows the
// evidence. Scopes turn it round too, or leave it out where they make it no more than possible; where the evidence of
// several overlaps, the rules' `overlap` says which stay.
std::vector<StanceFinding> find_stances(const rules::RuleSet& rules, const nlp::AnnotatedDocument& document,
                                        const pattern::Layer& layer, const Scopes& scopes, RuleRunner& runner,
                                        MentionTable& mentions);

// Resolves actors and targets, and says according to whom: the source of the innermost claim whose content holds the
// evidence. Left out: what a claim denies, a stance toward oneself, and of several findings of the same stance in one
// sentence all but the most confident. In text order.
std::vector<kg::Stance> make_stances(const nlp::AnnotatedDocument& document, const std::vector<StanceFinding>& findings,
                                     const std::vector<kg::Claim>& claims, const Entities& entities,
                                     const Nesting& nesting);

}  // namespace claimgraph::extract
