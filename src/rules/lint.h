#pragma once

#include <span>

#include "claimgraph/base/diagnostics.h"
#include "claimgraph/base/interner.h"
#include "claimgraph/rules/rule_set.h"
#include "rules/check.h"
#include "rules/taxonomy.h"

namespace claimgraph::rules {

// All of a rule set that loads without an error; views for one call.
struct LintView {
  std::span<const ParsedFile> files;
  std::span<const LoadedLexicon> lexicons;
  std::span<const CheckedRule> checked;
  std::span<const Rule> rules;  // in the order they run in
  const pattern::Scheme& scheme;
  const Taxonomy& taxonomy;
  const Interner& vocabulary;
};

// A warning for every definition and lexicon that no pattern and no field speaks of.
void warn_of_unused(const LintView& set, Diagnostics& out);

// A warning for every label that nothing reads, every capture of which nothing becomes, and every rule that can never
// add anything: it needs labels that are put later, comes behind a rule that says the same, or discards what has been.
void warn_of_dead(const LintView& set, Diagnostics& out);

}  // namespace claimgraph::rules
