#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/error.h"
#include "claimgraph/extract/trial.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/pattern/layer.h"
#include "claimgraph/rules/rule_set.h"

// How the tools speak of words, labels and steps.
namespace claimgraph::workbench {

// `text` in one line: every run of white space is a space.
std::string in_a_line(std::string_view text);
// The words of `tokens` in one line; empty of an empty range.
std::string words(const nlp::AnnotatedDocument& document, TokenRange tokens);
// The tokens that `span` touches.
TokenRange tokens_of(const nlp::AnnotatedDocument& document, Span span);
// "'fell' (VERB, lemma fall, ccomp of 'said')".
std::string described(const nlp::AnnotatedDocument& document, std::uint32_t token);
// "'said' -> 'fell' -> 'prices'".
std::string way(const std::vector<std::uint32_t>& words, const nlp::AnnotatedDocument& document);
// The labels on stretches that begin at `token`: "NP 'the plan', roles 'plan'"; empty when there are none.
std::string labels_at(const extract::Trial& trial, std::uint32_t token);
// Where the entry of the lexicon stands whose term the stretch is; nothing when it is no lexicon's.
std::optional<SourcePos> lexicon_place(const rules::RuleSet& rules, const extract::Trial& trial,
                                       const pattern::Labelled& stretch);

}  // namespace claimgraph::workbench
