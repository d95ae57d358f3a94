#include "claimgraph/nlp/annotated_document.h"

#include <fmt/format.h>

namespace claimgraph::nlp {

std::string dump(const AnnotatedDocument& document) {
  std::string out;
  for (const TokenRange sentence : document.sentences) {
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      out +=
          fmt::format("{}\t{}\t{}\t{}\t{}", i, document.word(i), document.lemma(i), document.pos(i), document.shape(i));
      if (document.has_syntax(sentence)) {
        out += fmt::format("\t{}\t{}", document.heads[i], document.symbols.text(document.deprels[i]));
      }
      out += '\n';
    }
    out += '\n';
  }
  for (const NamedSpan& name : document.names) {
    out += fmt::format("{}..{}\t{}\t{}\n", name.tokens.begin, name.tokens.end, document.symbols.text(name.type),
                       document.text(name.tokens));
  }
  return out;
}

}  // namespace claimgraph::nlp
