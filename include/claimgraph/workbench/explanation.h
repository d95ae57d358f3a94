#pragma once

#include <optional>
#include <string>

#include "claimgraph/base/span.h"
#include "claimgraph/extract/trial.h"
#include "claimgraph/rules/rule_set.h"

namespace claimgraph::workbench {

// How `rule` came to match in the trial's document, or how near it came, for a person to read: a block a sentence (or
// what else the rule runs over at a time), indented by two spaces. Of a match the steps with their words, the
// captures, and the fields with the lexicon's line they come from. Else the nearest miss: the steps that held, the word
// where none went on, and those wanted there; of a tree pattern the trigger, and which argument's path ends at which
// word, with what depends on that. With `within` only of the sentences that share a token with it. REQUIRES: `rule` is
// one of `rules` or was made with them, and `trial` is one before it.
std::string explain(const rules::RuleSet& rules, const rules::Rule& rule, const extract::Trial& trial,
                    std::optional<TokenRange> within = std::nullopt);
// Of the nearest miss alone, and of the nearest of all sentences; empty when the rule matches somewhere.
std::string explain_miss(const rules::Rule& rule, const extract::Trial& trial);

}  // namespace claimgraph::workbench
