#pragma once

#include <cstdint>
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
  std::vector<std::uint32_t> cut;      // numbers of the sentences that ended only because they grew too long
  std::vector<TokenRange> multiword;   // words that were cut at their clitics: "do" "n't"; not compounds, not units

  friend bool operator==(const Segmentation&, const Segmentation&) = default;
};

// Cuts English news text. Words are those of Universal Dependencies: contractions, possessives and clitics are tokens
// of their own ("don't" is "do" "n't", "Lavrov's" is "Lavrov" "'s"), so neighbouring tokens may touch. Compounds are
// parted at their hyphens ("long" "-" "term") but for prefixes ("co-founder"). Closing brackets and quotation marks
// belong to the sentence they close; a quotation and the words that report it ("Why?" he asked.) are one sentence. No
// sentence has more than 1,000 tokens: a longer one is cut, at white space if there is any among the last hundred.
//
// A blank line parts paragraphs, and so does a single line break unless the lines were evidently wrapped to a width.
// White space is Unicode's, with zero-width spaces, byte order marks and marks of writing direction.
//
// Time and memory are linear in the text, whatever the text. `text` is UTF-8; a malformed byte is a symbol.
// REQUIRES: `text` is shorter than 2^32 - 1 bytes.
Segmentation segment(std::string_view text);

// One line a sentence, tokens apart by a space, an empty line between paragraphs. `text` is the one that was cut.
std::string dump(const Segmentation& segmentation, std::string_view text);

}  // namespace claimgraph::text
