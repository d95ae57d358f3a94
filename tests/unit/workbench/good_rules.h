#pragma once

#include <utility>

#include <doctest/doctest.h>

#include "claimgraph/rules/rule_set.h"
#include "support/golden.h"

namespace claimgraph::workbench {

// The rules of tests/data/rules/good.
inline rules::RuleSet loaded() {
  Diagnostics findings;
  auto rules = rules::load(test::data_folder() / "rules/good", findings);
  REQUIRE_MESSAGE(rules.has_value(), dump(findings));
  return std::move(*rules);
}

}  // namespace claimgraph::workbench
