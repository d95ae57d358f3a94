#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <vector>

#include "claimgraph/extract/attribution_model.h"
#include "claimgraph/kg/extraction.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/rules/rule_set.h"

namespace claimgraph::extract {

// What one rule has cost and given.
struct RuleWork {
  std::chrono::nanoseconds time{0};
  std::uint64_t starts = 0;  // tokens at which a match was tried
  std::uint64_t hits = 0;    // matches, kept or not
};

// Reads claims and stances out of analysed documents by rules: mentions, entities, attributions, claims, stances, in
// that order. Keeps working memory; thread-compatible: one a thread, all on one RuleSet and model, which must outlive
// them.
class Extractor {
 public:
  // Where there is a model, it decides between the attributions that the rules propose, and gives them their
  // confidence; rules that it does not know, and without a model (nullptr) all, go by their priority and their own
  // confidence.
  explicit Extractor(const rules::RuleSet& rules, const AttributionModel* model = nullptr);
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;
  ~Extractor();

  // The same document and rules give the same extraction.
  // REQUIRES: the document's symbols are layered over the rule set's vocabulary.
  kg::Extraction extract(nlp::AnnotatedDocument document);

  // From now on adds what each rule costs to `work`, which has a place for each of the rule set's, in their order, and
  // outlives the extractor. Costs two looks at the clock a rule and document.
  void measure_into(std::vector<RuleWork>& work);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace claimgraph::extract
