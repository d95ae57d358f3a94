#pragma once

#include <memory>

#include "claimgraph/kg/extraction.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/rules/rule_set.h"

namespace claimgraph::extract {

// Reads claims and stances out of analysed documents by rules: mentions, entities, attributions, claims, stances, in
// that order. Keeps working memory; thread-compatible: one a thread, all on one RuleSet, which must outlive them.
class Extractor {
 public:
  explicit Extractor(const rules::RuleSet& rules);
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;
  ~Extractor();

  // The same document and rules give the same extraction.
  // REQUIRES: the document's symbols are layered over the rule set's vocabulary.
  kg::Extraction extract(nlp::AnnotatedDocument document);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace claimgraph::extract
