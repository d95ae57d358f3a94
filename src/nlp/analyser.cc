#include "claimgraph/nlp/analyser.h"

#include <string>
#include <utility>

#include "claimgraph/nlp/lexicon.h"
#include "claimgraph/nlp/morphology.h"
#include "claimgraph/text/quotations.h"
#include "claimgraph/text/segmenter.h"

// Every stage takes a document with tokens and sentences and fills what is empty: a text comes from segmented() with
// nothing but its tokens, a given analysis with what its file says.
namespace claimgraph::nlp {
namespace {

AnnotatedDocument segmented(text::Document document, std::shared_ptr<const Interner> vocabulary) {
  AnnotatedDocument out{.document = std::move(document), .symbols = Interner(std::move(vocabulary))};
  auto segmentation = text::segment(out.document.text);
  out.spans = std::move(segmentation.tokens);
  out.multiword = std::move(segmentation.multiword);
  out.sentences = std::move(segmentation.sentences);
  out.cut_sentences = std::move(segmentation.cut);
  out.paragraphs = std::move(segmentation.paragraphs);
  out.words.reserve(out.size());
  for (const Span span : out.spans) {
    out.words.push_back(out.symbols.intern(std::string_view(out.document.text).substr(span.begin, span.size())));
  }
  return out;
}

void add_looks(AnnotatedDocument& out) {
  out.norms.reserve(out.size());
  out.shapes.reserve(out.size());
  for (std::uint32_t i = 0; i < out.size(); ++i) {
    out.norms.push_back(out.symbols.intern(norm_of(out.word(i))));
    out.shapes.push_back(out.symbols.intern(shape_of(out.word(i))));
  }
}

void add_quotations(AnnotatedDocument& out) {
  out.quotations = text::find_quotations(
      out.document.text, {.tokens = out.spans, .sentences = out.sentences, .paragraphs = out.paragraphs});
}

// Whether the words of `sentence` have the property of `column`. A sentence has it for all of its words or for none.
bool has(const std::vector<Symbol>& column, TokenRange sentence) { return column[sentence.begin] != kEmptySymbol; }

void add_lemmas(AnnotatedDocument& out, const WordModel& model, const Interner& vocabulary) {
  out.lemmas.resize(out.size(), kEmptySymbol);
  for (const TokenRange sentence : out.sentences) {
    if (has(out.lemmas, sentence)) continue;
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      // Names in the plural ("Democrats") are inflected as nouns are. A given tag may be of another tag set.
      const bool plural_name = out.symbols.text(out.xpos[i]) == "NNPS";
      const Upos upos = plural_name ? Upos::NOUN : parse_upos(out.pos(i)).value_or(Upos::X);
      out.lemmas[i] = out.symbols.intern(lemma_of(out.norm(i), upos, model, vocabulary));
    }
  }
}

}  // namespace

Analyser::Analyser(std::shared_ptr<const WordModel> words, std::shared_ptr<const Parser> parser,
                   std::shared_ptr<const Interner> vocabulary)
    : words_(std::move(words)), parser_(std::move(parser)), vocabulary_(std::move(vocabulary)) {}

AnnotatedDocument Analyser::analyse(text::Document document) const {
  return complete(segmented(std::move(document), vocabulary_));
}

AnnotatedDocument Analyser::complete(AnnotatedDocument given) const {
  add_looks(given);
  add_quotations(given);
  parser_->annotate(given);
  add_lemmas(given, *words_, *vocabulary_);
  return given;
}

}  // namespace claimgraph::nlp
