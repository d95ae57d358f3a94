#include "text/quote_mark.h"

#include "text/character.h"

namespace claimgraph::text {
namespace {

QuoteMark by_form(std::string_view token) {
  using enum QuoteFamily;
  using enum QuoteRole;
  const Character first = character_at(token, 0);
  const bool doubled =
      token.size() == std::size_t{first.size} * 2 && character_at(token, first.size).value == first.value;
  if (token.size() != first.size && !doubled) return {};
  switch (first.value) {
    case '"': return {doubled ? none : twofold, unclear};
    case '\'': return {doubled ? twofold : single, unclear};
    case '`': return {doubled ? twofold : single, open};
    case 0x2018: return {doubled ? twofold : single, open};
    case 0x2019: return {doubled ? twofold : single, close};
    case 0x201C:
    case 0x201E:
    case 0x201F:
    case 0x0093: return {doubled ? none : twofold, open};
    case 0x201D:
    case 0x0094: return {doubled ? none : twofold, close};
    case 0x00AB: return {doubled ? none : angle, open};
    case 0x00BB: return {doubled ? none : angle, close};
    default: return {};
  }
}

// The role of a mark with no space on either side: —"We lost"—, "We lost", and "We lost."The end (a space is missing).
QuoteRole between(Character before, Character after, QuoteRole by_form) {
  const bool follows_word = is_word(before.kind) || is_terminator(before.value) || before.value == ',';
  const bool precedes_word = is_word(after.kind);
  if (follows_word && !precedes_word) return QuoteRole::close;
  if (by_form != QuoteRole::unclear) return by_form;
  if (precedes_word && !follows_word) return QuoteRole::open;
  return follows_word && !is_word(before.kind) ? QuoteRole::close : QuoteRole::unclear;
}

}  // namespace

QuoteMark quote_mark(std::string_view text, Span token) {
  QuoteMark mark = by_form(text.substr(token.begin, token.size()));
  if (mark.family == QuoteFamily::none) return mark;
  const Character before = character_before(text, token.begin);
  const Character after = character_at(text, token.end);
  const bool apart_before = before.kind == CharKind::space || is_opening_bracket(before.value);
  const bool apart_after = after.kind == CharKind::space || is_closing_bracket(after.value);
  if (apart_before != apart_after) {
    mark.role = apart_before ? QuoteRole::open : QuoteRole::close;
  } else if (!apart_before) {
    mark.role = between(before, after, mark.role);
  }
  return mark;
}

}  // namespace claimgraph::text
