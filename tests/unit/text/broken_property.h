#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claimgraph/base/span.h"
#include "claimgraph/base/utf8.h"
#include "claimgraph/text/segmenter.h"

// What must hold of the segmentation of any text. For the unit tests and the fuzz target alike.
namespace claimgraph::text {

// White space and what is taken for it, told apart from the implementation: Unicode's White_Space, the separators of
// ASCII, and format characters that no reader sees.
inline bool is_blank(char32_t c) {
  const auto in = [c](char32_t first, char32_t last) { return first <= c && c <= last; };
  return in(0x09, 0x0D) || in(0x1C, 0x20) || c == 0x85 || c == 0xA0 || c == 0x1680 || in(0x2000, 0x200B) ||
         in(0x200E, 0x200F) || in(0x2028, 0x202F) || in(0x205F, 0x2060) || in(0x2066, 0x2069) || c == 0x3000 ||
         c == 0xFEFF;
}

// Do the characters of `part` that are blank all stand between digits?
inline bool blank_only_in_numbers(std::string_view part) {
  const auto is_digit = [&](std::size_t at) { return at < part.size() && part[at] >= '0' && part[at] <= '9'; };
  for (std::size_t at = 0; at < part.size();) {
    const CodePoint c = code_point_at(part, at);
    if (is_blank(c.value) && (at == 0 || !is_digit(at - 1) || !is_digit(at + c.size))) return false;
    at += c.size;
  }
  return true;
}

inline bool is_blank(std::string_view part) {
  for (std::size_t at = 0; at < part.size();) {
    const CodePoint c = code_point_at(part, at);
    if (!is_blank(c.value)) return false;
    at += c.size;
  }
  return true;
}

inline std::string broken_token(std::string_view text, const std::vector<Span>& tokens) {
  std::uint32_t end = 0;
  for (const Span token : tokens) {
    if (token.begin < end) return "tokens overlap or are out of order";
    if (token.begin >= token.end) return "a token is empty";
    if (token.end > text.size()) return "a token is not inside the text";
    if (!is_blank(text.substr(end, token.begin - end))) return "a character is in no token";
    if (!blank_only_in_numbers(text.substr(token.begin, token.size()))) return "a token holds white space";
    end = token.end;
  }
  return is_blank(text.substr(end)) ? "" : "a character at the end is in no token";
}

// `ranges` must cover the numbers from 0 to `count` without gap or overlap, each range at most `most` long.
inline std::string broken_cover(const std::vector<TokenRange>& ranges, std::size_t count, std::size_t most) {
  std::uint32_t end = 0;
  for (const TokenRange range : ranges) {
    if (range.begin != end) return "ranges leave a gap or overlap";
    if (range.begin >= range.end) return "a range is empty";
    if (range.size() > most) return "a range is too long";
    end = range.end;
  }
  return end == count ? "" : "ranges do not end with the tokens";
}

inline std::string broken_nesting(const Segmentation& cut) {
  std::size_t paragraph = 0;
  for (const TokenRange sentence : cut.sentences) {
    while (cut.paragraphs[paragraph].end <= sentence.begin) ++paragraph;
    if (!cut.paragraphs[paragraph].contains(sentence)) return "a sentence is not inside one paragraph";
  }
  return "";
}

inline std::string broken_word(const Segmentation& cut) {
  std::uint32_t end = 0;
  std::size_t sentence = 0;
  for (const TokenRange word : cut.multiword) {
    if (word.begin < end) return "words overlap or are out of order";
    if (word.size() < 2 || word.end > cut.tokens.size()) return "a word of several tokens is no range of them";
    while (cut.sentences[sentence].end <= word.begin) ++sentence;
    if (!cut.sentences[sentence].contains(word)) return "a word is not inside one sentence";
    const Span bytes{cut.tokens[word.begin].begin, cut.tokens[word.end - 1].end};
    std::uint32_t covered = 0;
    for (std::uint32_t i = word.begin; i < word.end; ++i) covered += cut.tokens[i].size();
    if (covered != bytes.size()) return "the tokens of a word do not touch";
    end = word.end;
  }
  return "";
}

inline std::string broken_quotation(const Segmentation& cut, const std::vector<TokenRange>& quotations) {
  std::uint32_t end = 0;
  std::size_t paragraph = 0;
  for (const TokenRange quotation : quotations) {
    if (quotation.begin < end) return "quotations overlap or are out of order";
    if (quotation.size() < 2 || quotation.end > cut.tokens.size()) return "a quotation is not a range of tokens";
    while (cut.paragraphs[paragraph].end <= quotation.begin) ++paragraph;
    if (!cut.paragraphs[paragraph].contains(quotation)) return "a quotation is not inside one paragraph";
    end = quotation.end;
  }
  return "";
}

// The first property that does not hold, in words; empty when all do. O(text).
inline std::string broken_property(std::string_view text, const Segmentation& cut,
                                   const std::vector<TokenRange>& quotations) {
  constexpr std::size_t kMaxSentenceTokens = 1000;
  const std::size_t count = cut.tokens.size();
  if (std::string out = broken_token(text, cut.tokens); !out.empty()) return out;
  if (std::string out = broken_cover(cut.sentences, count, kMaxSentenceTokens); !out.empty())
    return "sentences: " + out;
  if (std::string out = broken_cover(cut.paragraphs, count, count); !out.empty()) return "paragraphs: " + out;
  if (std::string out = broken_nesting(cut); !out.empty()) return out;
  if (std::string out = broken_word(cut); !out.empty()) return out;
  return broken_quotation(cut, quotations);
}

}  // namespace claimgraph::text
