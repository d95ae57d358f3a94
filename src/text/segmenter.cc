#include "claimgraph/text/segmenter.h"

#include <cassert>
#include <cstdint>
#include <limits>

#include "text/layout.h"
#include "text/sentences.h"
#include "text/tokeniser.h"

namespace claimgraph::text {
namespace {

// Takes out the words that the cut of an endless sentence runs through.
void drop_cut_words(Segmentation& out) {
  std::size_t sentence = 0;
  std::erase_if(out.multiword, [&](TokenRange word) {
    while (out.sentences[sentence].end <= word.begin) ++sentence;
    return !out.sentences[sentence].contains(word);
  });
}

}  // namespace

Segmentation segment(std::string_view text) {
  assert(text.size() < std::numeric_limits<std::uint32_t>::max());
  Segmentation out;
  for (const Span bytes : find_paragraphs(text)) {
    const auto begin = static_cast<std::uint32_t>(out.tokens.size());
    tokenise(text, bytes, out);
    const TokenRange paragraph{begin, static_cast<std::uint32_t>(out.tokens.size())};
    split_sentences(text, paragraph, out);
    out.paragraphs.push_back(paragraph);
  }
  drop_cut_words(out);
  return out;
}

std::string dump(const Segmentation& segmentation, std::string_view text) {
  std::string out;
  std::size_t sentence = 0;
  for (const TokenRange paragraph : segmentation.paragraphs) {
    if (!out.empty()) out += '\n';
    for (; sentence < segmentation.sentences.size() && segmentation.sentences[sentence].end <= paragraph.end;
         ++sentence) {
      const TokenRange tokens = segmentation.sentences[sentence];
      for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
        const Span token = segmentation.tokens[i];
        if (i > tokens.begin) out += ' ';
        out += text.substr(token.begin, token.size());
      }
      out += '\n';
    }
  }
  return out;
}

}  // namespace claimgraph::text
