#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/span.h"

namespace claimgraph::text {

// A text cut into tokens, sentences and paragraphs. Every token lies in exactly one sentence and every sentence in
// exactly one paragraph; all are in text order and none is empty.
struct Segmentation {
  std::vector<Span> tokens;  // no token holds white space, but for numbers such as "1 000"
  std::vector<TokenRange> sentences;
  std::vector<TokenRange> paragraphs;  // blocks of text: headings, list entries and turns are paragraphs of their own

  friend bool operator==(const Segmentation&, const Segmentation&) = default;
};

// Cuts English news text. Words are those of Universal Dependencies: contractions, possessives and clitics are tokens
// of their own ("don't" is "do" "n't", "Lavrov's" is "Lavrov" "'s"), so neighbouring tokens may touch.
// Time and memory are linear in the text, whatever the text. `text` is UTF-8; a malformed byte is a symbol.
Segmentation segment(std::string_view text);

// One line a sentence, tokens apart by a space, an empty line between paragraphs.
std::string dump(const Segmentation& segmentation, std::string_view text);

}  // namespace claimgraph::text
