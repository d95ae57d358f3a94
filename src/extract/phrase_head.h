#pragma once

#include <cstdint>

#include "claimgraph/base/span.h"
#include "claimgraph/nlp/annotated_document.h"

namespace claimgraph::extract {

// The token of a phrase that the others hang below: the first word, of at most the first 32, whose own head lies
// outside; the last token where there is none or the syntax is not known. REQUIRES: `tokens` is not empty.
inline std::uint32_t phrase_head(const nlp::AnnotatedDocument& document, TokenRange tokens) {
  constexpr std::uint32_t kLook = 32;
  const std::uint32_t end = tokens.size() < kLook ? tokens.end : tokens.begin + kLook;
  for (std::uint32_t t = tokens.begin; !document.heads.empty() && t < end; ++t) {
    if (document.pos(t) == "PUNCT") continue;
    if (!tokens.contains(document.heads[t]) || document.heads[t] == t) return t;
  }
  return tokens.end - 1;
}

}  // namespace claimgraph::extract
