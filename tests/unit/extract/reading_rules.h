#pragma once

#include <string_view>

#include "claimgraph/kg/extraction.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/rules/rule_set.h"

namespace claimgraph::extract {

// The rules in tests/data/extract/rules; lives forever.
const rules::RuleSet& reading_rules();

// A document by hand for these rules. Lines that begin with '#' are left out.
nlp::AnnotatedDocument read_by_hand(std::string_view tokens);

// What these rules read out of it.
kg::Extraction extracted(std::string_view tokens);

}  // namespace claimgraph::extract
