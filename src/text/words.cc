#include "text/words.h"

#include "text/abbreviations.h"
#include "text/character.h"
#include "text/word_set.h"

namespace claimgraph::text {
namespace {

// Prefixes that English treebanks leave on their word ("co-founder"), where other hyphens part compounds. From the
// tokenisation guidelines of the English Web Treebank, less those that UD English EWT and GUM part more often than not.
constexpr auto kPrefixes = word_set(
    "anti", "arch", "bi", "co", "counter", "cross", "cyber", "de", "e", "ex", "extra", "hyper", "inter", "intra",
    "macro", "mega", "micro", "mid", "mini", "mis", "mono", "multi", "neo", "non", "over", "para", "post", "pre", "pro",
    "proto", "pseudo", "psycho", "re", "semi", "socio", "sub", "super", "trans", "tri", "ultra", "un", "uni");

// Letters that are a token of their own after digits ("5pm" is "5" "pm").
constexpr auto kUnits =
    word_set("am", "b", "bn", "cm", "ft", "gb", "ghz", "gw", "hz", "k", "kg", "khz", "km", "kph", "kw", "lb", "lbs",
             "m", "mb", "mhz", "ml", "mm", "mn", "mph", "mw", "oz", "pm", "tb", "tn", "trn", "x", "yd", "yrs");

// Currency codes written before "$".
constexpr auto kDollars = word_set("a", "au", "c", "ca", "hk", "nt", "nz", "r", "s", "u", "us");

// Names that are written with an exclamation mark.
constexpr auto kExclaimed = word_set("Jeb", "Yahoo");

constexpr std::size_t kLookahead = 16;  // bytes; enough for every decision about what follows a joiner

// A word that grows part by part: "part" is what lies after the last joiner.
class Word {
 public:
  Word(std::string_view text, std::size_t begin) : text_(text), begin_(begin), part_(begin), end_(begin) {}

  std::size_t grow() {
    do {
      if (read_part()) return end_;
    } while (join());
    return end_;
  }

 private:
  bool read_part();
  bool join();
  bool joins(Character joiner, std::size_t after) const;
  bool stop_joins(std::size_t after) const;
  bool hyphen_joins(std::size_t after) const;
  bool groups_join(std::size_t after) const;
  bool unit_starts_at(std::size_t at) const;
  std::size_t digits_at(std::size_t at) const;

  CharKind kind_at(std::size_t at) const { return character_at(text_, at).kind; }
  std::string_view part() const { return text_.substr(part_, end_ - part_); }
  bool part_is_number() const { return digits_at(part_) == end_ - part_; }

  std::string_view text_;
  std::size_t begin_;
  std::size_t part_;
  std::size_t end_;
  bool hyphen_between_digits_ = false;
};

// How many ASCII digits start at `at`, at most kLookahead.
std::size_t Word::digits_at(std::size_t at) const {
  std::size_t count = 0;
  while (count < kLookahead && at + count < text_.size() && text_[at + count] >= '0' && text_[at + count] <= '9')
    ++count;
  return count;
}

bool Word::unit_starts_at(std::size_t at) const {
  std::size_t end = at;
  while (end - at < kLookahead && is_letter(kind_at(end))) end += character_at(text_, end).size;
  if (end < text_.size() && text_[end] == '.' && end + 1 < text_.size()) {
    const auto half = FoldedWord(text_.substr(at, 3));
    if (half.view() == "a.m" || half.view() == "p.m") return true;
  }
  return !is_word(kind_at(end)) && kUnits.contains(FoldedWord(text_.substr(at, end - at)).view());
}

// Reads word characters. True when the word ends within them, before a unit.
bool Word::read_part() {
  bool number = true;
  for (Character c = character_at(text_, end_); is_word(c.kind); c = character_at(text_, end_)) {
    if (number && end_ > part_ && c.kind != CharKind::digit && is_letter(c.kind) && unit_starts_at(end_)) return true;
    number = number && c.kind == CharKind::digit;
    end_ += c.size;
  }
  return false;
}

// Takes in the joiner at the end of the word when the word goes on after it.
bool Word::join() {
  const Character joiner = character_at(text_, end_);
  if (joiner.size == 0) return false;
  std::size_t after = end_ + joiner.size;
  if (joiner.value == '*' || joiner.value == '_') {
    while (after < text_.size() && text_[after] == text_[end_]) ++after;
  }
  if (!is_word(kind_at(after)) || !joins(joiner, after)) return false;
  hyphen_between_digits_ = joiner.value == '-' && part_is_number();
  part_ = end_ = after;
  return true;
}

bool Word::joins(Character joiner, std::size_t after) const {
  const CharKind before = character_before(text_, end_).kind;
  const CharKind next = kind_at(after);
  const bool digits = before == CharKind::digit && next == CharKind::digit;
  switch (joiner.value) {
    case '.': return stop_joins(after);
    case '-':
    case 0x2011: return hyphen_joins(after);
    case ',': return digits && digits_at(after) == 3;
    case ':': return digits;
    case '/': return (digits && end_ - part_ <= 4) || (end_ - begin_ == 1 && !is_word(kind_at(after + 1)));
    case '&': return before == CharKind::upper && next == CharKind::upper;
    case '*': return is_letter(before) && is_letter(next);
    case '_':
    case '@': return true;
    case 0x00A0:
    case 0x2009:
    case 0x202F: return groups_join(after);
    default: return is_apostrophe(joiner.value) && joiner.value != 0x2018 && !digits;  // 6'2 is feet and inches
  }
}

bool Word::stop_joins(std::size_t after) const {
  const CharKind before = character_before(text_, end_).kind;
  const CharKind next = kind_at(after);
  if (next == CharKind::digit) return before == CharKind::digit;
  if (before == CharKind::digit) return next == CharKind::lower;
  // "said.The": the space after the stop is missing. "U.S", "Sean.Cooper", "SPLOID.com" are words.
  const bool capitalised =
      next == CharKind::upper && kind_at(after + character_at(text_, after).size) == CharKind::lower;
  if (capitalised && (before == CharKind::lower || end_ - part_ > 1)) return false;
  return abbreviation(part()) != Abbreviation::title || next == CharKind::lower;
}

bool Word::hyphen_joins(std::size_t after) const {
  if (part_is_number() && kind_at(after) == CharKind::digit) {
    if (hyphen_between_digits_) return true;
    const std::size_t left = end_ - part_;
    const std::size_t right = digits_at(after);
    const std::size_t further = after + right;
    const bool third_group = further < text_.size() && text_[further] == '-' && digits_at(further + 1) > 0;
    return third_group || ((left == 3 || left == 5) && right == 4);  // telephone numbers, dates, postal codes
  }
  return part_ == begin_ && kPrefixes.contains(FoldedWord(part()).view());
}

// "1 000 000" with spaces that do not break.
bool Word::groups_join(std::size_t after) const {
  const std::size_t left = end_ - part_;
  return part_is_number() && (part_ == begin_ ? left <= 3 : left == 3) && digits_at(after) == 3 &&
         !is_word(kind_at(after + 3));
}

Character next_visible(std::string_view text, std::size_t at) {
  Character c = character_at(text, at);
  for (; c.kind == CharKind::space && c.size > 0; c = character_at(text, at)) at += c.size;
  return c;
}

// Is the stop after `word` = [begin, end) the stop of an abbreviation?
bool takes_stop(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view word = text.substr(begin, end - begin);
  const Character first = character_at(word, 0);
  if (first.size == word.size() && first.kind == CharKind::upper) {  // an initial, "J." in "J. K. Rowling"
    const bool joined = character_at(text, end + 1).value == '&' || character_before(text, begin).value == '&';
    if (joined) return true;  // "S.&P."
    const Character next = next_visible(text, end + 1);
    return is_letter(next.kind) && (word != "I" || next.kind == CharKind::upper);
  }
  switch (abbreviation(word)) {
    case Abbreviation::none: return false;
    case Abbreviation::numbered: return next_visible(text, end + 1).kind == CharKind::digit;
    case Abbreviation::state: {
      const char32_t after = character_at(text, end + 1).value;
      if (after == ',' || after == ';') return true;
      const Character before = character_before(text, begin);
      if (before.value == '-' || before.value == '(') return true;
      return before.kind == CharKind::space && character_before(text, begin - before.size).value == ',';
    }
    default: return true;
  }
}

// Is the "." at `at` the stop of an abbreviation by what follows it? "etc..." ends in an ellipsis, "Jr.." in two stops.
bool may_be_abbreviation_stop(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '.') return false;
  const auto is_stop = [&](std::size_t i) { return i < text.size() && text[i] == '.'; };
  return !is_stop(at + 1) || !is_stop(at + 2);
}

bool sign_joins(std::string_view text, std::size_t at) {
  const Character sign = character_at(text, at);
  if (sign.value != '.' && sign.value != '+') return false;
  const Character before = character_before(text, at);
  if (before.kind != CharKind::space && !is_opening_bracket(before.value) && before.value != '$') return false;
  return character_at(text, at + sign.size).kind == CharKind::digit;
}

}  // namespace

std::size_t word_end(std::string_view text, std::size_t at) {
  if (sign_joins(text, at)) ++at;
  if (!is_word(character_at(text, at).kind)) return at;
  const std::size_t end = Word(text, at).grow();
  const std::string_view word = text.substr(at, end - at);
  if (end < text.size() && text[end] == '$' && kDollars.contains(FoldedWord(word).view())) return end + 1;
  if (end < text.size() && text[end] == '!' && kExclaimed.contains(word)) return end + 1;
  return may_be_abbreviation_stop(text, end) && takes_stop(text, at, end) ? end + 1 : end;
}

}  // namespace claimgraph::text
