#pragma once

#include <memory>

#include "claimgraph/kg/extraction.h"
#include "claimgraph/nlp/annotated_document.h"
#include "claimgraph/rules/rule_set.h"
#include "claimgraph/text/document.h"

namespace claimgraph::extract {

// Reads claims and stances out of documents by rules. Keeps working memory; thread-compatible: one a thread, all on one
// RuleSet, which must outlive them.
class Extractor {
 public:
  explicit Extractor(const rules::RuleSet& rules);
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;
  ~Extractor();

  // The same document and rules give the same extraction. Time is linear in the text for texts of sane sentences.
  kg::Extraction extract(text::Document document);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace claimgraph::extract
