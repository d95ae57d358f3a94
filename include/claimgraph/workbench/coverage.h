#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "claimgraph/extract/attribution_model.h"
#include "claimgraph/nlp/analyser.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/rules/rule_set.h"

namespace claimgraph::workbench {

// A verb beside a known actor that no rule took for a cue: what to write a rule or a lexicon's line for.
struct MissedVerb {
  std::uint64_t count = 0;
  std::string document;  // the id of that of the example
  std::string example;   // the first sentence with it, in one line
};

// What rules do with a number of documents.
struct Coverage {
  std::vector<std::uint64_t> hits;           // of each rule of the set, in their order
  std::map<std::string, MissedVerb> missed;  // by lemma

  // REQUIRES: both are of one rule set; `later` is of later documents.
  void add(const Coverage& later);
};

// A verb counts as missed when it has a subject that is a mention of a person, organisation or group, has a clause of
// its own (ccomp, or an infinitive with "to") or stands in one sentence with a quotation it is outside of, and lies in
// no cue of a claim, as the rules and the model (may be nullptr) find them. Finds none in documents without a parse.
// REQUIRES: `analyser` builds on the vocabulary of `rules`.
Coverage cover(const rules::RuleSet& rules, const extract::AttributionModel* model, const nlp::Analyser& analyser,
               const text::Document& document);

}  // namespace claimgraph::workbench
