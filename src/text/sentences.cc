#include "text/sentences.h"

#include "text/abbreviations.h"
#include "text/character.h"
#include "text/quote_mark.h"
#include "text/web.h"
#include "text/word_set.h"

namespace claimgraph::text {
namespace {

// Words that, capitalised, rather start a sentence than go on after an abbreviation.
constexpr auto kStarters =
    word_set("a", "according", "after", "all", "also", "although", "an", "and", "another", "as", "asked", "at",
             "because", "before", "both", "but", "by", "despite", "during", "each", "earlier", "even", "every", "few",
             "for", "from", "he", "her", "here", "his", "how", "however", "i", "if", "in", "indeed", "instead", "it",
             "its", "last", "later", "many", "meanwhile", "more", "moreover", "most", "my", "neither", "no", "nor",
             "not", "now", "of", "on", "once", "one", "only", "or", "other", "others", "our", "over", "she", "since",
             "so", "some", "still", "such", "that", "the", "their", "then", "there", "these", "they", "this", "those",
             "though", "through", "thus", "to", "today", "under", "unlike", "until", "we", "what", "when", "where",
             "whether", "which", "while", "who", "why", "with", "yet", "you", "your");

// Verbs that tell who spoke, right after the quotation and the speaker's name.
constexpr auto kReporting =
    word_set("added", "adds", "announced", "argued", "argues", "asked", "asks", "called", "cried", "declared",
             "demanded", "exclaimed", "insisted", "insists", "replied", "said", "says", "shouted", "stated", "told",
             "tweeted", "wondered", "wrote", "writes", "yelled");

bool is_dateline_dash(std::string_view word) { return word == "-" || word == "--" || word == "–" || word == "—"; }

// "KYIV": a word of at least three capitals and nothing else.
bool is_shouted(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const Character c = character_at(word, at);
    if (c.kind != CharKind::upper) return false;
    at += c.size;
    ++letters;
  }
  return letters >= 3;
}

class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Span>& tokens, TokenRange paragraph)
      : text_(text), tokens_(tokens), paragraph_(paragraph) {}

  // The end of the sentence that starts at `begin`.
  std::uint32_t sentence_end(std::uint32_t begin);
  // Whether the last one went on behind that.
  bool was_cut() const { return was_cut_; }

 private:
  enum class Terminal { none, stop, exclamation, ellipsis, abbreviation };

  Terminal terminal_at(std::uint32_t token) const;
  bool is_note(std::uint32_t token) const;
  bool is_closer(std::uint32_t token) const;
  std::uint32_t after_closers(std::uint32_t token) const;
  bool is_entry_number(std::uint32_t begin, std::uint32_t last) const;
  bool ends_before_lower(std::uint32_t next, std::uint32_t last, Terminal terminal) const;
  bool ends_before(std::uint32_t next, std::uint32_t last, Terminal terminal) const;
  bool is_title(std::uint32_t token) const;
  bool ends_after_abbreviation(std::uint32_t last, std::uint32_t next) const;
  bool is_reporting_tail(std::uint32_t token) const;
  bool may_be_in_dateline(std::uint32_t token) const;
  std::uint32_t dateline_end() const;
  std::uint32_t cut(std::uint32_t begin);

  std::string_view word(std::uint32_t token) const { return text_.substr(tokens_[token].begin, tokens_[token].size()); }
  Character first(std::uint32_t token) const { return character_at(text_, tokens_[token].begin); }
  bool touches_previous(std::uint32_t token) const {
    return token > paragraph_.begin && tokens_[token - 1].end == tokens_[token].begin;
  }

  std::string_view text_;
  const std::vector<Span>& tokens_;
  TokenRange paragraph_;
  bool was_cut_ = false;
};

Splitter::Terminal Splitter::terminal_at(std::uint32_t token) const {
  const std::string_view form = word(token);
  const Character start = character_at(form, 0);
  if (is_terminator(start.value)) {
    if (form == ".") {
      const bool spaced = token > paragraph_.begin && word(token - 1) == "." && !touches_previous(token);
      return spaced ? Terminal::ellipsis : Terminal::stop;  // ". . ."
    }
    if (form.find_first_of("!?") != std::string_view::npos) return Terminal::exclamation;
    return start.value == '.' || start.value == 0x2026 ? Terminal::ellipsis : Terminal::stop;
  }
  return form.size() > 1 && form.back() == '.' ? Terminal::abbreviation : Terminal::none;
}

// "[12]", the number of a note.
bool Splitter::is_note(std::uint32_t token) const {
  return token + 2 < paragraph_.end && word(token) == "[" && first(token + 1).kind == CharKind::digit &&
         word(token + 2) == "]";
}

bool Splitter::is_closer(std::uint32_t token) const {
  const Character start = first(token);
  if (is_closing_bracket(start.value) || start.kind == CharKind::emoji || start.kind == CharKind::flag) return true;
  if (is_emoticon(word(token))) return true;
  const QuoteMark mark = quote_mark(text_, tokens_[token]);
  return mark.family != QuoteFamily::none && mark.role == QuoteRole::close;
}

// The token after what closes the sentence that ends before `token`: brackets, quotation marks, notes, emoticons.
std::uint32_t Splitter::after_closers(std::uint32_t token) const {
  while (token < paragraph_.end) {
    if (is_note(token)) {
      token += 3;
    } else if (is_closer(token)) {
      ++token;
    } else {
      break;
    }
  }
  return token;
}

// "3." or "B." at the start of a sentence numbers it.
bool Splitter::is_entry_number(std::uint32_t begin, std::uint32_t last) const {
  if (last != begin + 1 || word(last) != ".") return false;
  const std::string_view number = word(begin);
  return first(begin).kind == CharKind::digit ? number.size() <= 5 : number.size() == 1;
}

// Does a name and a verb of saying stand at `token`: "Mr. Smith asked"?
bool Splitter::is_reporting_tail(std::uint32_t token) const {
  constexpr std::uint32_t kLongestName = 5;
  if (kStarters.contains(FoldedWord(word(token)).view())) return false;
  for (std::uint32_t i = token; i < paragraph_.end && i - token <= kLongestName; ++i) {
    const CharKind kind = first(i).kind;
    if (kind == CharKind::upper) continue;
    return i > token && kReporting.contains(word(i));
  }
  return false;
}

bool Splitter::ends_after_abbreviation(std::uint32_t last, std::uint32_t next) const {
  const std::string_view form = word(last);
  const Character start = first(next);
  const bool initials =
      form.size() == 2 || (last > paragraph_.begin && is_title(last - 1));  // "Gov. C.L. "Butch" Otter"
  switch (abbreviation(form.substr(0, form.size() - 1))) {
    case Abbreviation::title:
    case Abbreviation::inner:
    case Abbreviation::numbered: return false;
    default: break;
  }
  if (start.kind == CharKind::upper) return kStarters.contains(FoldedWord(word(next)).view());
  const QuoteMark mark = quote_mark(text_, tokens_[next]);
  return !initials && mark.family != QuoteFamily::none && mark.role == QuoteRole::open;
}

// Is the token a title such as "Gov."?
bool Splitter::is_title(std::uint32_t token) const {
  const std::string_view form = word(token);
  return form.size() > 2 && form.back() == '.' && abbreviation(form.substr(0, form.size() - 1)) == Abbreviation::title;
}

// A sentence may start in lower case, in careless writing or with a name ("eBay"), where nothing else explains the
// mark: no abbreviation, no ellipsis, no quotation before words of the one who quotes.
bool Splitter::ends_before_lower(std::uint32_t next, std::uint32_t last, Terminal terminal) const {
  if (is_address(word(next))) return terminal != Terminal::ellipsis;
  const bool plain = terminal == Terminal::stop || terminal == Terminal::exclamation;
  if (!plain || next != last + 1 || touches_previous(next) || last == paragraph_.begin) return false;
  return word(last - 1).size() > 1 && first(last - 1).kind == CharKind::lower;
}

// Does the sentence that `last` terminates (closers left out) end before the token `next`?
bool Splitter::ends_before(std::uint32_t next, std::uint32_t last, Terminal terminal) const {
  if (next == paragraph_.end) return true;
  const Character start = first(next);
  const bool quoted = next > last + 1;
  if (start.kind == CharKind::lower) return ends_before_lower(next, last, terminal);
  if (terminal == Terminal::abbreviation && !quoted) return ends_after_abbreviation(last, next);
  if (is_word(start.kind)) {
    const bool may_be_told = terminal == Terminal::exclamation && quoted;
    return !(may_be_told && is_reporting_tail(next));
  }
  const QuoteMark mark = quote_mark(text_, tokens_[next]);
  if (mark.family != QuoteFamily::none) return mark.role != QuoteRole::close;
  if (is_opening_bracket(start.value)) {
    const bool inserted = next + 1 < paragraph_.end && first(next + 1).kind == CharKind::lower;
    return !(inserted && terminal == Terminal::ellipsis);  // "a lot . . . [of] interest"
  }
  constexpr std::string_view kGoesOn = ",;:)]}/%&";
  if (start.value < 0x80 && kGoesOn.find(static_cast<char>(start.value)) != std::string_view::npos) return false;
  if (is_terminator(start.value)) return false;
  return !is_dash(start.value);
}

// Where a sentence that is too long is cut: at the last white space among its last hundred tokens, if there is any.
std::uint32_t Splitter::cut(std::uint32_t begin) {
  was_cut_ = true;
  constexpr std::uint32_t kLookedAt = 100;
  const std::uint32_t end = begin + kMaxSentenceTokens;
  for (std::uint32_t token = end; token > end - kLookedAt; --token) {
    if (!touches_previous(token)) return token;
  }
  return end;
}

// Places, dates, agencies and what stands between them: "St. Petersburg, 3 May (AP/Reuters)".
bool Splitter::may_be_in_dateline(std::uint32_t token) const {
  const Character c = first(token);
  return c.kind == CharKind::upper || c.kind == CharKind::digit ||
         std::string_view(",.()/").find(word(token)) != std::string_view::npos;
}

// The end of the dateline that opens the paragraph: "KYIV, March 3 (Reuters) — ", "Brussels, 12 May 2025 – "; the
// paragraph's begin when there is none. A name between dashes is told from one by what goes on in lower case.
std::uint32_t Splitter::dateline_end() const {
  constexpr std::uint32_t kMostTokens = 16;
  bool dated = false, shouted = false;
  for (std::uint32_t token = paragraph_.begin; token + 1 < paragraph_.end; ++token) {
    const std::string_view form = word(token);
    if (token > paragraph_.begin && is_dateline_dash(form) && !touches_previous(token) &&
        !touches_previous(token + 1)) {
      const bool goes_on = first(token + 1).kind == CharKind::lower;
      return (dated || shouted) && !goes_on ? token + 1 : paragraph_.begin;
    }
    if (token - paragraph_.begin == kMostTokens || !may_be_in_dateline(token)) break;
    dated = dated || first(token).kind == CharKind::digit || form == "(";
    if (token == paragraph_.begin) shouted = is_shouted(form);
    if (token == paragraph_.begin && first(token).kind != CharKind::upper) break;
  }
  return paragraph_.begin;
}

std::uint32_t Splitter::sentence_end(std::uint32_t begin) {
  was_cut_ = false;
  if (begin == paragraph_.begin) {
    if (const std::uint32_t end = dateline_end(); end > begin) return end;
  }
  std::uint32_t bracket = begin;  // the one that is open, if it is not the sentence's first token
  for (std::uint32_t token = begin; token < paragraph_.end; ++token) {
    if (token - begin == kMaxSentenceTokens) return cut(begin);
    if (is_opening_bracket(first(token).value)) bracket = token;
    if (is_closing_bracket(first(token).value)) bracket = begin;
    const Terminal terminal = terminal_at(token);
    if (terminal == Terminal::none || is_entry_number(begin, token)) continue;
    const std::uint32_t next = after_closers(token + 1);
    if (next - begin > kMaxSentenceTokens) return cut(begin);
    const bool word_in_brackets = bracket > begin && token - bracket <= 2 && next > token + 1;
    if (word_in_brackets && next < paragraph_.end) continue;  // "Gen. (ret.) Lee"
    if (ends_before(next, token, terminal)) return next;
  }
  return paragraph_.end;
}

}  // namespace

void split_sentences(std::string_view text, TokenRange paragraph, Segmentation& out) {
  Splitter splitter(text, out.tokens, paragraph);
  for (std::uint32_t begin = paragraph.begin; begin < paragraph.end;) {
    const std::uint32_t end = splitter.sentence_end(begin);
    if (splitter.was_cut()) out.cut.push_back(static_cast<std::uint32_t>(out.sentences.size()));
    out.sentences.push_back({begin, end});
    begin = end;
  }
}

}  // namespace claimgraph::text
