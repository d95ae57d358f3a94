#include "claimgraph/text/quotations.h"

#include <array>
#include <cstddef>

#include "text/character.h"
#include "text/quote_mark.h"

namespace claimgraph::text {
namespace {

// Finds the quotations of one paragraph after another.
class Finder {
 public:
  Finder(std::string_view text, const std::vector<Span>& tokens) : text_(text), tokens_(tokens) {}

  void read(TokenRange paragraph);
  std::vector<TokenRange> take() { return std::move(found_); }

 private:
  // What a paragraph holds of one family of marks.
  struct Count {
    std::uint32_t opening = 0;
    std::uint32_t closing = 0;
    std::uint32_t unclear = 0;
    std::uint32_t last_closing = 0;  // token
    bool nests() const { return unclear == 0 && opening == closing; }
  };

  QuoteMark mark_at(std::uint32_t token) const;
  bool is_measure(std::uint32_t token) const;
  bool is_possessive(std::uint32_t token) const;
  void count(TokenRange paragraph);
  void open_or_skip(std::uint32_t token, QuoteMark mark);
  void close_or_nest(std::uint32_t token, QuoteMark mark);
  bool touches_previous(std::uint32_t token) const {
    return token > 0 && tokens_[token - 1].end == tokens_[token].begin;
  }
  CharKind kind_before(std::uint32_t token) const { return character_before(text_, tokens_[token].begin).kind; }
  Count& count_of(QuoteFamily family) { return counts_[static_cast<std::size_t>(family)]; }

  std::string_view text_;
  const std::vector<Span>& tokens_;
  std::array<Count, 4> counts_;  // by family
  QuoteFamily open_ = QuoteFamily::none;
  std::uint32_t begin_ = 0;  // the token that opened the quotation
  std::uint32_t depth_ = 0;
  std::vector<TokenRange> found_;
};

// The mark after digits that stands for feet, minutes or inches: 6'2".
bool Finder::is_measure(std::uint32_t token) const {
  if (!touches_previous(token) || kind_before(token) != CharKind::digit) return false;
  const bool inches =
      token >= 2 && touches_previous(token - 1) && is_apostrophe(character_at(text_, tokens_[token - 2].begin).value);
  const bool feet = is_apostrophe(character_at(text_, tokens_[token].begin).value) &&
                    character_at(text_, tokens_[token].end).kind == CharKind::digit;
  return inches || feet;
}

// An apostrophe after a final s that may be the genitive of a plural.
bool Finder::is_possessive(std::uint32_t token) const {
  const char32_t before = character_before(text_, tokens_[token].begin).value;
  const std::uint32_t end = tokens_[token].end;
  return (before == 's' || before == 'S') && character_at(text_, end).value == ' ' &&
         is_word(character_at(text_, end + 1).kind);
}

QuoteMark Finder::mark_at(std::uint32_t token) const {
  const QuoteMark mark = quote_mark(text_, tokens_[token]);
  if (mark.family == QuoteFamily::none || is_measure(token)) return {};
  return mark;
}

void Finder::count(TokenRange paragraph) {
  counts_ = {};
  for (std::uint32_t token = paragraph.begin; token < paragraph.end; ++token) {
    const QuoteMark mark = mark_at(token);
    Count& family = count_of(mark.family);
    if (mark.role == QuoteRole::open) ++family.opening;
    if (mark.role == QuoteRole::unclear) ++family.unclear;
    if (mark.role == QuoteRole::close) {
      ++family.closing;
      family.last_closing = token;
    }
  }
}

void Finder::open_or_skip(std::uint32_t token, QuoteMark mark) {
  if (mark.role == QuoteRole::close) return;
  if (mark.family == QuoteFamily::single) {
    // Only a clear mark with a partner further on: the rest are apostrophes.
    if (mark.role != QuoteRole::open || count_of(mark.family).last_closing <= token) return;
  }
  open_ = mark.family;
  begin_ = token;
  depth_ = 1;
}

void Finder::close_or_nest(std::uint32_t token, QuoteMark mark) {
  if (mark.family != open_) return;
  if (mark.role == QuoteRole::open) {
    if (count_of(open_).nests()) ++depth_;
    return;
  }
  if (open_ == QuoteFamily::single && is_possessive(token) && count_of(open_).last_closing > token) return;
  if (--depth_ > 0) return;
  if (token > begin_ + 1) found_.push_back({begin_, token + 1});
  open_ = QuoteFamily::none;
}

void Finder::read(TokenRange paragraph) {
  count(paragraph);
  for (std::uint32_t token = paragraph.begin; token < paragraph.end; ++token) {
    const QuoteMark mark = mark_at(token);
    if (mark.family == QuoteFamily::none) continue;
    if (open_ == QuoteFamily::none) {
      open_or_skip(token, mark);
    } else {
      close_or_nest(token, mark);
    }
  }
  if (open_ != QuoteFamily::none && paragraph.end > begin_ + 1) found_.push_back({begin_, paragraph.end});
  open_ = QuoteFamily::none;
}

}  // namespace

std::vector<TokenRange> find_quotations(std::string_view text, const Segmentation& segmentation) {
  Finder finder(text, segmentation.tokens);
  for (const TokenRange paragraph : segmentation.paragraphs) finder.read(paragraph);
  return finder.take();
}

}  // namespace claimgraph::text
