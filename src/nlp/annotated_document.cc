#include "claimgraph/nlp/annotated_document.h"

#include <fmt/format.h>

namespace claimgraph::nlp {

std::string dump(const AnnotatedDocument& document) {
  std::string out;
  for (const TokenRange sentence : document.sentences) {
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      out += fmt::format("{}\t{}\t{}\t{}\t{}\n", i, document.word(i), document.lemma(i), document.pos(i),
                         document.shape(i));
    }
    out += "\n";
  }
  return out;
}

}  // namespace claimgraph::nlp
