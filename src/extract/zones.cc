#include "extract/zones.h"

#include <algorithm>
#include <string_view>

namespace claimgraph::extract {
namespace {

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
char folded(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// The offset in `text` behind `title`, if `text` begins with it.
std::optional<std::size_t> end_of(std::string_view title, std::string_view text) {
  std::size_t at = 0;
  for (const char c : title) {
    if (is_white(c)) continue;
    while (at < text.size() && is_white(text[at])) ++at;
    if (at == text.size() || folded(text[at]) != folded(c)) return std::nullopt;
    ++at;
  }
  return at;
}

bool is_turn(const nlp::AnnotatedDocument& document, TokenRange paragraph) {
  constexpr std::uint32_t kMostBefore = 8;
  if (!document.shape(paragraph.begin).starts_with('X')) return false;
  const std::uint32_t last = std::min(paragraph.end, paragraph.begin + kMostBefore + 1);
  for (std::uint32_t token = paragraph.begin + 1; token < last; ++token) {
    const std::string_view norm = document.norm(token);
    if (norm == ":") return token + 1 < paragraph.end;
    const bool allowed = norm == "," || norm == "." || norm == "(" || norm == ")";
    if (document.pos(token) == "PUNCT" && !allowed) return false;
  }
  return false;
}

}  // namespace

std::optional<TokenRange> find_headline(const nlp::AnnotatedDocument& document) {
  constexpr std::size_t kMostLooked = 5;  // sentences
  const std::string_view text = document.document.text;
  const std::string_view title = document.document.title;
  if (std::all_of(title.begin(), title.end(), is_white)) return std::nullopt;
  for (std::size_t i = 0; i < std::min(kMostLooked, document.sentences.size()); ++i) {
    const std::uint32_t first = document.sentences[i].begin;
    const std::uint32_t begin = document.spans[first].begin;
    const auto size = end_of(title, text.substr(begin));
    if (!size) continue;
    const auto end = std::partition_point(document.spans.begin() + first, document.spans.end(),
                                          [&](Span token) { return token.end <= begin + *size; });
    const auto last = static_cast<std::uint32_t>(end - document.spans.begin());
    if (last > first && document.spans[last - 1].end == begin + *size) return TokenRange{first, last};
  }
  return std::nullopt;
}

std::vector<TokenRange> find_turns(const nlp::AnnotatedDocument& document) {
  std::vector<TokenRange> out;
  for (const TokenRange paragraph : document.paragraphs) {
    if (is_turn(document, paragraph)) out.push_back(paragraph);
  }
  if (out.size() < 2) out.clear();
  return out;
}

}  // namespace claimgraph::extract
