#include "reading_rules.h"

#include <string>

#include <doctest/doctest.h>

#include "claimgraph/extract/extractor.h"
#include "model/hand_document.h"
#include "support/golden.h"

namespace claimgraph::extract {
namespace {

rules::RuleSet loaded() {
  Diagnostics findings;
  auto rules = rules::load(test::data_folder() / "extract/rules", findings);
  REQUIRE_MESSAGE(rules.has_value(), dump(findings));
  return *std::move(rules);
}

}  // namespace

const rules::RuleSet& reading_rules() {
  static const rules::RuleSet rules = loaded();
  return rules;
}

nlp::AnnotatedDocument read_by_hand(std::string_view tokens) {
  std::string lines;
  for (const auto line : model::split(tokens, '\n')) {
    if (!line.starts_with('#')) lines += std::string(line) + "\n";
  }
  return model::hand_document(lines, reading_rules().vocabulary);
}

kg::Extraction extracted(std::string_view tokens) { return Extractor(reading_rules()).extract(read_by_hand(tokens)); }

}  // namespace claimgraph::extract
