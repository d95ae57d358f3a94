#include "nlp/word_features.h"

#include <algorithm>

#include <unicode/uchar.h>
#include <xxhash.h>

#include "claimgraph/base/utf8.h"
#include "claimgraph/nlp/morphology.h"
#include "nlp/straight.h"

namespace claimgraph::nlp {
namespace {

constexpr std::size_t kLongestPrefix = 3;
constexpr std::size_t kLongestSuffix = 4;

std::uint32_t hashed(std::string_view piece, std::uint64_t kind, std::uint32_t rows) {
  return static_cast<std::uint32_t>(XXH64(piece.data(), piece.size(), kind) % rows);
}

bool is_upper(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (u_islower(static_cast<UChar32>(c.value))) return false;
    at += c.size;
  }
  return true;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

std::string vocabulary_key(std::string_view word) {
  std::string out = to_lower(straight(word));
  for (char& c : out) {
    if (c >= '1' && c <= '9') c = '0';
    if (c == '`') c = '\'';
  }
  return out;
}

AffixRows affix_rows(std::string_view word, std::string_view key) {
  AffixRows rows{};
  std::size_t kind = 0;
  rows[kind] = hashed(straight(word), kind, kAffixRows);
  std::size_t end = 0;
  for (std::size_t length = 1; length <= kLongestPrefix; ++length) {
    if (end < key.size()) ++end;
    while (end < key.size() && is_continuation(key[end])) ++end;
    ++kind;
    rows[kind] = hashed(key.substr(0, end), kind, kAffixRows);
  }
  std::size_t begin = key.size();
  for (std::size_t length = 1; length <= kLongestSuffix; ++length) {
    if (begin > 0) --begin;
    while (begin > 0 && is_continuation(key[begin])) --begin;
    ++kind;
    rows[kind] = hashed(key.substr(begin), kind, kAffixRows);
  }
  return rows;
}

std::uint32_t shape_row(std::string_view word) { return hashed(shape_of(straight(word)), 0, kShapeRows); }

Capitals capitals_of(std::span<const std::string_view> words) {
  std::size_t alphabetic = 0, capital = 0, upper = 0;
  for (const std::string_view word : words) {
    const CodePoint first = code_point_at(word, 0);
    const auto code = static_cast<UChar32>(first.value);
    if (!u_isalpha(code)) continue;
    ++alphabetic;
    if (!u_isupper(code)) continue;
    ++capital;
    if (word.size() > first.size && is_upper(word)) ++upper;
  }
  if (capital == 0) return Capitals::none;
  if (alphabetic > 2 && upper * 10 >= alphabetic * 7) return Capitals::upper;
  if (alphabetic > 3 && capital * 10 >= alphabetic * 6) return Capitals::titled;
  return Capitals::usual;
}

std::uint32_t context_row(Capitals capitals, bool is_first) {
  return kShapeRows + 2 * static_cast<std::uint32_t>(capitals) + (is_first ? 1 : 0);
}

}  // namespace claimgraph::nlp
