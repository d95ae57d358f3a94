#pragma once

#include <cstdint>
#include <vector>

#include "claimgraph/base/span.h"
#include "claimgraph/nlp/annotated_document.h"

namespace claimgraph::extract {

// The quotation that each token lies in. The document must outlive it. Immutable.
class Quotations {
 public:
  explicit Quotations(const nlp::AnnotatedDocument& document) : document_(document), of_(document.size(), 0) {
    for (std::uint32_t q = 0; q < document.quotations.size(); ++q) {
      for (std::uint32_t t = document.quotations[q].begin; t < document.quotations[q].end; ++t) of_[t] = q + 1;
    }
  }

  // Nothing when the token is in none. Lives as long as the document.
  const TokenRange* at(std::uint32_t token) const {
    return of_[token] == 0 ? nullptr : &document_.quotations[of_[token] - 1];
  }

 private:
  const nlp::AnnotatedDocument& document_;
  std::vector<std::uint32_t> of_;  // of each token: its quotation plus one, or 0
};

}  // namespace claimgraph::extract
