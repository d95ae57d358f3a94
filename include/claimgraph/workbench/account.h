#pragma once

#include <string>
#include <variant>

#include "claimgraph/extract/attribution_model.h"
#include "claimgraph/kg/fact.h"
#include "claimgraph/nlp/analyser.h"
#include "claimgraph/rules/rule_set.h"
#include "claimgraph/text/document.h"

namespace claimgraph::workbench {

// A claim or stance as a store has it.
using StoredFact = std::variant<kg::ClaimFact, kg::StanceFact>;

// Why a fact is in the graph, or why it would not be any more.
struct Account {
  bool comes_out = false;  // the rules at hand give the fact, word for word
  std::string text;        // lines for a person to read
};

// Reads `document` again with the rules and model (may be nullptr) at hand and finds `fact` in it. Tells its sentence;
// its rule with file and line, the pattern as written and with definitions filled in; the steps, captures and words
// that matched; where polarity, certainty or position, form and confidence come from, with the lines of lexicons; and
// which mentions made its entities. Where the fact does not come out: what the rules give in its place, and how near
// its rule comes now. REQUIRES: the fact is of `document`; `analyser` builds on the vocabulary of `rules`.
Account account_for(const rules::RuleSet& rules, const extract::AttributionModel* model, const nlp::Analyser& analyser,
                    const text::Document& document, const StoredFact& fact);

}  // namespace claimgraph::workbench
