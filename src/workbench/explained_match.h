#pragma once

#include <string>
#include <vector>

#include "claimgraph/extract/trial.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/trace.h"
#include "claimgraph/rules/rule_set.h"

namespace claimgraph::workbench {

// A line a step: the capture it stands in, its words and the step; indented by four spaces.
std::string shown(const std::vector<pattern::TracedStep>& steps, const nlp::AnnotatedDocument& document);

// A match with its steps, captures and fields; indented by two spaces.
std::string explained(const rules::RuleSet& rules, const rules::Rule& rule, const extract::Trial& trial,
                      const pattern::TracedMatch& match);

// A line a capture that holds something: of a tree pattern with the head of its words and how that hangs from the
// trigger; indented by four spaces.
std::string shown_captures(const rules::Rule& rule, const extract::Trial& trial, const pattern::Match& match);

// A line a field that the rule emits, with the lexicon's line or the label that its value is from.
std::string shown_fields(const rules::RuleSet& rules, const rules::Rule& rule, const extract::Trial& trial,
                         const pattern::Match& match);

// " by en/stance/unless (rules/en/stance.yaml:12:11), for 'unless'": another rule that has a hand in a match.
std::string shown_intervention(const extract::Trial& trial, const extract::Intervention& by);

// Where the value of a field comes from: "of @cue_verbs 'says' (rules/en/lexicons/cue_verbs.tsv:120)".
std::string origin(const rules::RuleSet& rules, const rules::Rule& rule, const extract::Trial& trial,
                   const pattern::Match& match, std::string_view field);

}  // namespace claimgraph::workbench
