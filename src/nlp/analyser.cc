#include "claimgraph/nlp/analyser.h"

#include <string>
#include <utility>

#include "claimgraph/nlp/lexicon.h"
#include "claimgraph/nlp/morphology.h"
#include "claimgraph/text/quotations.h"
#include "claimgraph/text/segmenter.h"
#include "nlp/straight.h"
#include "nlp/tagger.h"

namespace claimgraph::nlp {
namespace {

void add_words(AnnotatedDocument& out) {
  out.words.reserve(out.size());
  out.norms.reserve(out.size());
  out.shapes.reserve(out.size());
  for (const Span span : out.spans) {
    const auto word = std::string_view(out.document.text).substr(span.begin, span.size());
    out.words.push_back(out.symbols.intern(word));
    out.norms.push_back(out.symbols.intern(norm_of(word)));
    out.shapes.push_back(out.symbols.intern(shape_of(word)));
  }
}

void add_tags(AnnotatedDocument& out, const WordModel& model, const Interner& vocabulary) {
  out.upos.reserve(out.size());
  out.lemmas.reserve(out.size());
  std::vector<std::string> straightened;
  std::vector<WordView> words;
  for (const TokenRange sentence : out.sentences) {
    straightened.clear();
    words.clear();
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) straightened.push_back(straight(out.word(i)));
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      words.push_back({.word = straightened[i - sentence.begin], .norm = out.norm(i)});
    }
    const auto tags = tag_sentence(words, model);
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const Upos upos = tags[i - sentence.begin];
      const std::string lemma =
          lemma_of(out.norm(i), upos, model, vocabulary);  // before intern() below may move the views
      out.upos.push_back(out.symbols.intern(name_of(upos)));
      out.lemmas.push_back(out.symbols.intern(lemma));
    }
  }
}

}  // namespace

Analyser::Analyser(std::shared_ptr<const WordModel> model, std::shared_ptr<const Interner> vocabulary)
    : model_(std::move(model)), vocabulary_(std::move(vocabulary)) {}

AnnotatedDocument Analyser::analyse(text::Document document) const {
  AnnotatedDocument out{.document = std::move(document), .symbols = Interner(vocabulary_)};
  auto segmentation = text::segment(out.document.text);
  out.quotations = text::find_quotations(out.document.text, segmentation);
  out.spans = std::move(segmentation.tokens);
  out.sentences = std::move(segmentation.sentences);
  out.paragraphs = std::move(segmentation.paragraphs);
  add_words(out);
  add_tags(out, *model_, *vocabulary_);
  return out;
}

}  // namespace claimgraph::nlp
