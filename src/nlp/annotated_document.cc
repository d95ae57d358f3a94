#include "claimgraph/nlp/annotated_document.h"

#include <fmt/format.h>

#include "claimgraph/base/utf8.h"

namespace claimgraph::nlp {
namespace {

// An adjective in capitals is shouted, one with a capital comes from a name.
bool keeps_capitals(std::string_view upos, std::string_view word, bool is_first) {
  if (upos != "ADJ") return upos == "PROPN";
  const std::string_view rest = word.substr(code_point_at(word, 0).size);
  return !is_first && to_lower(rest) == rest;
}

}  // namespace

std::string cased_lemma(const AnnotatedDocument& document, std::uint32_t token, TokenRange sentence) {
  if (document.lemmas.empty()) return {};
  const std::string_view lemma = document.lemma(token), word = document.word(token);
  const std::string_view upos = document.upos.empty() ? std::string_view() : document.pos(token);
  if (upos == "PRON" && lemma == "i") return "I";
  if (lemma.empty() || !keeps_capitals(upos, word, token == sentence.begin)) return std::string(lemma);
  // "Democrats" is "Democrat": as much of the word as the lemma has. Where they part, the first letter decides.
  const std::string_view same = word.substr(0, lemma.size());
  if (to_lower(same) == lemma) return std::string(same);
  const std::uint32_t first = code_point_at(word, 0).size;
  if (to_lower(word.substr(0, first)) != lemma.substr(0, first)) return std::string(lemma);
  return std::string(word.substr(0, first)) + std::string(lemma.substr(first));
}

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
